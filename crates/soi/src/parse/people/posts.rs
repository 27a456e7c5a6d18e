//! Posts before and after a name, one by one.

use std::ops::Range;

use soi_words::numbered;

use crate::lexicon::names::{ABROAD, FUNCTION_WORDS, HONORIFICS};
use crate::lexicon::posts::{BODY_HEADS, GIVES_POST, POST_ENDS, POSTS, Post};
use crate::parse::doc::Doc;
use crate::text::token::token;
use crate::text::{Case, TokenKind};

/// The longest post that is believed, in tokens.
const LONGEST: usize = 26;

/// Posts that follow a name.
#[derive(Debug, Default)]
pub(super) struct After {
    pub posts: Vec<Range<usize>>,
    /// One past the last of them.
    pub end: usize,
}

/// A post's first tokens at `at`.
#[numbered]
fn head(doc: &Doc, at: usize, hi: usize) -> Option<(Post, Range<usize>)> {
    let hit = doc.longest(&POSTS, at, hi)?;
    // `Ban Bí thư`, `Ban Giám đốc` are bodies; `chức vụ Phó viện trưởng` holds no `vụ phó`.
    let body = at > 0 && matches!(doc.id(at - 1), "ban" | "phủ" | "đồng" | "đoàn");
    let last = hit.tokens.end - 1;
    let broken = doc.case(at) == Case::Lower && doc.id(last) == "phó" && doc.case(last) != Case::Lower;
    // `TỔNG BÍ THƯ …` is a headline.
    let shouted = hit.tokens.len() > 1 && hit.tokens.clone().all(|i| doc.case(i) == Case::Upper);
    (!broken && !body && !shouted).then_some((hit.value, hit.tokens))
}

/// Whether a small-lettered word at `at` ends every post.
#[numbered]
fn ends_post(doc: &Doc, at: usize, hi: usize) -> bool {
    // `Chủ tịch UBND phường Báo cáo kết quả`: a verb in a capital by mistake.
    let verb = matches!((doc.id(at), doc.id(at + 1)), ("báo", "cáo") | ("phát", "biểu") | ("trình", "bày"))
        && doc.case(at) == Case::Capital
        && doc.case(at + 1) == Case::Lower
        && doc.id(at + 2) != "viên";
    verb || informs(doc, at)
        || doc.case(at) == Case::Lower && doc.longest(&POST_ENDS, at, hi).is_some_and(|hit| hit.value)
}

/// `Giám đốc Trung tâm … thông tin:`, `Bí thư Chi bộ thông tin một số nội dung`: a verb, where `Sở Thông tin và Truyền
/// thông` is a name.
#[numbered]
fn informs(doc: &Doc, at: usize) -> bool {
    doc.case(at) == Case::Lower
        && (doc.id(at), doc.id(at + 1)) == ("thông", "tin")
        && matches!(doc.id(at + 2), "," | ":" | "rằng" | "thêm" | "một" | "về" | "với" | "nhanh" | "đến" | "tới")
}

/// One past words that stand inside posts, though one of them ends posts elsewhere: `Tài nguyên`, `Ủy ban về`.
fn inside(doc: &Doc, at: usize, hi: usize) -> Option<usize> {
    let hit = doc.longest(&POST_ENDS, at, hi)?;
    (!hit.value && !informs(doc, at)).then_some(hit.tokens.end)
}

/// A stop that belongs to an abbreviation: `TP. Sóc Trăng`, `T.Ư`.
#[numbered]
fn is_inner_stop(doc: &Doc, at: usize) -> bool {
    let glued = |i: usize| doc.tokens.get(i).is_some_and(|t| !t.spaced && t.kind == TokenKind::Word);
    let before = at.checked_sub(1).map_or("", |i| doc.id(i));
    glued(at + 1) && at.checked_sub(1).map_or(r"", |i| doc.word(i)).chars().count() <= 2
        || matches!(before, "tp" | "q" | "p" | "tx" | "tt" | "ts" | "gs" | "ths" | "pgs" | "bs")
}

/// The posts that end right before `limit`, where a name or its honorific begins; none reaches below `floor`.
#[numbered]
pub(super) fn before(doc: &Doc, limit: usize, floor: usize) -> Vec<Range<usize>> {
    if limit <= floor || matches!(doc.id(limit - 1), "và" | "," if limit - 1 == floor) {
        return Vec::new();
    }
    let mut from = limit;
    while from > floor && limit - from < 3 * LONGEST {
        let i = from - 1;
        match doc.id(i) {
            "\n" | ";" | ":" | "“" | "”" | "\"" | "?" | "!" | "…" | "(" => break,
            "." if !is_inner_stop(doc, i) => break,
            ")" => match (floor..i).rev().take(14).find(|&j| doc.id(j) == "(") {
                Some(open) => from = open,
                None => break,
            },
            _ => from = i,
        }
    }
    // Where no post begins there is none.
    if !(from..limit).any(|i| doc.may_begin(&POSTS, i)) {
        return Vec::new();
    }
    let mut at = from;
    while at < limit {
        if let Some(end) = term(doc, at, limit) {
            at = end;
            continue;
        }
        match doc.longest(&POST_ENDS, at, limit) {
            // `… của Phó chủ tịch tỉnh Hậu Giang của các tác giả Thái Sơn`
            None if doc.id(at) == "của" && matches!(doc.id(at + 1), "các" | "những" | "hai") => {
                from = at + 2;
                at += 2;
            }
            Some(_) if doc.id(at) == "nguyên" && head(doc, at + 1, limit).is_some() => at += 1,
            Some(hit) => {
                if hit.value && doc.case(at) == Case::Lower {
                    from = hit.tokens.end;
                }
                at = hit.tokens.end;
            }
            // The words of a post's head are no ends: `chủ trì` in none, but `Ủy viên dự khuyết`.
            None => at = head(doc, at, limit).map_or(at + 1, |(_, tokens)| tokens.end),
        }
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = from;
    let mut kind = Post::Head;
    while at < limit {
        let Some((post, tokens)) = head(doc, at, limit) else {
            at += 1;
            continue;
        };
        // A capital without a comma before it is another sentence's: `… của Chủ tịch nước Thứ trưởng Bộ …`.
        let fresh = doc.case(at) != Case::Lower && !out.is_empty();
        let apart = at == from
            || matches!(doc.id(at - 1), "," | "-" | "–" | "—" | "kiêm" | "và" | "nguyên" | "cựu" | "quyền" | "tân");
        let start = if at > from && matches!(doc.id(at - 1), "nguyên" | "cựu" | "quyền") { at - 1 } else { at };
        if fresh && !apart {
            out.clear();
        }
        match out.last_mut() {
            Some(last) if apart => {
                last.end = start;
                out.push(start..limit);
                kind = post;
            }
            Some(_) => {}
            None => {
                out.push(start..limit);
                kind = post;
            }
        }
        at = tokens.end;
    }
    // `nâng tỷ lệ đảng viên là trưởng thôn, Bí thư Huyện ủy …`: the first is a predicate.
    if out.len() > 1
        && out[0].start > floor
        && matches!(doc.id(out[0].start - 1), "là" | "làm" | "cho" | "với")
        && doc.case(out[0].start) == Case::Lower
    {
        out.remove(0);
    }
    // `Trả lời phóng viên, ông …`: no post of his.
    if limit > floor
        && doc.id(limit - 1) == ","
        && let Some(first) = out.first()
        && first.start > floor
        && (matches!(doc.id(first.start - 1), "lời" | "với" | "các" | "của" | "cho" | "báo")
            // `đồng chí … được bầu giữ chức Bí thư Chi bộ, đồng chí …`: it was given to the one named before.
            || matches!(doc.id(first.start - 1), "chức" | "vụ")
                && (floor.max(first.start.saturating_sub(4))..first.start).any(|i| doc.id(i) == "được"))
    {
        return Vec::new();
    }
    // `Tổng Bí thư Trường Chinh, Chủ tịch nước Trần …`: the first post has its own name.
    let named = |post: &Range<usize>| {
        let start = post.start + usize::from(matches!(doc.id(post.start), "nguyên" | "cố" | "cựu"));
        let end = head(doc, start, limit).map_or(post.end, |(_, tokens)| tokens.end);
        is_high_office(doc, end) && begins_bare_name(doc, end, post.end)
    };
    if out.len() > 1
        && let Some(other) = out[..out.len() - 1].iter().rposition(named)
    {
        out.drain(..=other);
    }
    let Some(last) = out.last() else { return out };
    // What stands between the last post and the name must be its body: no clause.
    let clause = (last.start..limit.saturating_sub(1)).any(|i| {
        doc.id(i) == "và" && matches!(doc.id(i + 1), "đại" | "lãnh" | "đoàn" | "các")
            || doc.id(i) == ","
                && doc.case(i + 1) == Case::Lower
                && doc.kind(i + 1) == TokenKind::Word
                && kind == Post::Head
                && !is_seat_after(doc, i, limit)
                && !matches!(doc.id(i + 1), "thể" | "chống" | "giám")
    });
    if clause || limit - last.start > LONGEST {
        return Vec::new();
    }
    // `thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy …`: the first is another's.
    let proxy = out[0].start > 1 && (doc.id(out[0].start - 2), doc.id(out[0].start - 1)) == ("quyền", "của");
    out.iter().skip(usize::from(proxy && out.len() > 1)).filter_map(|post| trim(doc, without_term(doc, post))).collect()
}

/// `Chủ tịch UBND xã Ngọc Vân, huyện Tân Yên (Bắc Giang)`: where the body of a post lies.
#[numbered]
fn is_seat_after(doc: &Doc, comma: usize, hi: usize) -> bool {
    let name = match (doc.id(comma + 1), doc.id(comma + 2)) {
        ("thành", "phố") | ("thị", "xã" | "trấn") => comma + 3,
        ("huyện" | "tỉnh" | "quận" | "tp" | "xã" | "phường", _) => comma + 2,
        _ => return false,
    };
    name < hi && doc.case(name) == Case::Capital
}

/// One past a term or a year at `at`: `nhiệm kỳ 2015 - 2020`, `khóa XVIII`, `năm 2016`.
#[numbered]
fn term(doc: &Doc, at: usize, hi: usize) -> Option<usize> {
    let number = match (doc.id(at), doc.id(at + 1)) {
        ("nhiệm", "kỳ") => at + 2,
        ("khóa" | "năm" | "giai", _) => at + 1,
        _ => return None,
    };
    let is_number = |i: usize| i < hi && (doc.kind(i) == TokenKind::Number || doc.case(i) == Case::Upper);
    if !is_number(number) {
        return None;
    }
    let range = matches!(doc.id(number + 1), "-" | "–") && is_number(number + 2);
    Some(if range { number + 3 } else { number + 1 })
}

/// A post up to its term.
#[numbered]
fn without_term(doc: &Doc, post: &Range<usize>) -> Range<usize> {
    let end = post.clone().find(|&i| term(doc, i, post.end).is_some() || doc.id(i) == "thuộc").unwrap_or(post.end);
    post.start..end
}

/// Posts that a verb gives to a person: `giữ chức vụ …`, `đảm nhiệm các chức vụ: …; …`, `cách chức … đối với ông …`.
/// Each comes with the token where its verb begins and one past its last post.
#[numbered]
pub(super) fn given(
    doc: &Doc,
    within: Range<usize>,
    starts_name: impl Fn(usize) -> bool,
) -> Vec<(Range<usize>, Vec<Range<usize>>)> {
    let mut out = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let Some(hit) = doc.longest(&GIVES_POST, at, within.end) else {
            at += 1;
            continue;
        };
        let mut start = hit.tokens.end;
        // `nhiều cương vị công tác, tiêu biểu là: …`
        let light = |i: usize| match doc.id(i) {
            ":" | "là" | "làm" | "vụ" | "danh" | "các" | "tiêu" | "biểu" | "như" | "sau" | "quan" | "trọng" => {
                true
            }
            "," => matches!(doc.id(i + 1), "tiêu" | "như" | "quan"),
            _ => false,
        };
        while start < within.end && light(start) {
            start += 1;
        }
        let mut found = Vec::new();
        let mut end = start;
        loop {
            let mut chain = After { posts: Vec::new(), end };
            posts(doc, end, within.end, &starts_name, &mut chain);
            if chain.posts.is_empty() {
                break;
            }
            found.append(&mut chain.posts);
            end = chain.end;
            // `… nhiệm kỳ 2015-2020 và Bí thư Chi bộ … thuộc …; Chánh Văn phòng …`
            let next = (end..within.end.min(end + LONGEST))
                .take_while(|&i| !matches!(doc.id(i), "." | "“" | "với" | "ông" | "bà"))
                .find(|&i| matches!(doc.id(i), "và" | ";" | "," | "kiêm") && head(doc, i + 1, within.end).is_some());
            match next {
                Some(next) => end = next + 1,
                None => break,
            }
        }
        if !found.is_empty() {
            out.push((hit.tokens.start..end, found));
        }
        at = end.max(hit.tokens.end);
    }
    out
}

/// Posts that are the subject of a clause by themselves: at its beginning, a verb or a quotation's end after or before.
#[numbered]
pub(super) fn bare(doc: &Doc, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let comrade = at >= 2 && (doc.id(at - 2), doc.id(at - 1)) == ("đồng", "chí");
        let opens =
            at == sentence.start || comrade || matches!(doc.id(at - 1), "," | ";" | "”" | "\"" | "–" | "-" | ":");
        let found = if opens { head(doc, at, sentence.end) } else { None };
        let Some((kind, tokens)) = found else {
            at += 1;
            continue;
        };
        let (end, next) = tail(doc, kind, tokens.end, sentence.end, &|_| false);
        let verb = end < sentence.end && (ends_post(doc, end, sentence.end) || doc.id(end) == "phát");
        if next == Next::End && verb {
            out.push(at..end);
        }
        at = end.max(tokens.end);
    }
    out
}

/// The posts that follow a name whose last token is before `at`. `starts_name` tells where another name begins:
/// the post right before that is the other's (`Nguyễn Văn A, Phó Chủ tịch UBND tỉnh Trần Văn B`).
#[numbered]
pub(super) fn after(doc: &Doc, at: usize, hi: usize, starts_name: impl Fn(usize) -> bool) -> After {
    let mut out = After { posts: Vec::new(), end: at };
    let word = |i: usize| doc.id_before(hi, i);
    // `thượng tá X, (Phó phòng Tham mưu, Công an tỉnh)`
    let mut i = if (word(at), word(at + 1)) == (",", "(") { at + 1 } else { at };
    if word(i) == "(" {
        let Some(close) = (i..hi.min(i + 3 * LONGEST)).find(|&j| doc.id(j) == ")") else { return out };
        // `(em trai ông Khánh, Giám đốc Công ty …)`: the post is not the brother's.
        let kin = is_kin(doc, i + 1);
        let own = if kin { (i + 1..close).find(|&j| doc.id(j) == ",").map_or(close, |j| j + 1) } else { i + 1 };
        let inner = skip_lead(doc, skip_age(doc, own, close), close);
        if head(doc, inner, close).is_some() {
            posts(doc, inner, close, &starts_name, &mut out);
            out.end = close + 1;
        }
        i = close + 1;
    }
    if let Some(open) = (at.saturating_sub(12)..at).rev().find(|&j| matches!(doc.id(j), "(" | ")" | "\n"))
        && doc.id(open) == "("
        && is_kin(doc, open + 1)
    {
        return out;
    }
    // `ông Võ Kim Cự (60 tuổi, …) nguyên là Bí thư Tỉnh ủy`
    let says = i > at && matches!(word(i), "nguyên" | "hiện" | "là");
    if !says {
        if !matches!(word(i), "," | "-" | "–" | "—") {
            return out;
        }
        i += 1;
    }
    let start = skip_lead(doc, skip_age(doc, i, hi), hi);
    posts(doc, start, hi, &starts_name, &mut out);
    out
}

/// Whether words of kinship begin at a token: `em trai ông …`, `vợ ông …`.
#[numbered]
fn is_kin(doc: &Doc, at: usize) -> bool {
    matches!(doc.id(at), "em" | "con" | "vợ" | "chồng" | "bố" | "mẹ" | "cha" | "cháu")
        || matches!((doc.id(at), doc.id(at + 1)), ("anh" | "chị", "trai" | "gái" | "ruột" | "rể" | "dâu"))
}

/// Past an age or a birth and its comma: `47 tuổi, …`, `sinh năm 1928, …`, `SN 1970, …`.
#[numbered]
fn skip_age(doc: &Doc, at: usize, hi: usize) -> usize {
    let end = match (doc.id(at), doc.id(at + 1)) {
        (_, "tuổi") => at + 2,
        ("sn", _) => at + 2,
        ("sinh", "năm") => at + 3,
        _ => return at,
    };
    if end < hi && matches!(doc.id(end), "," | ";" | "-" | "–") { end + 1 } else { at }
}

/// Past the words that may stand before a post: `hiện là`, `đang là`, `nguyên là`.
#[numbered]
fn skip_lead(doc: &Doc, at: usize, hi: usize) -> usize {
    let mut at = at;
    while at < hi
        && (matches!(doc.id(at), "hiện" | "là" | "đang" | "nay" | "tân" | "lúc" | "đó" | "làm")
            || (doc.id(at) == "nguyên" && doc.id(at + 1) == "là"))
    {
        at += 1;
    }
    at
}

/// The chain of posts that begins at `at`.
#[numbered]
pub(super) fn posts(doc: &Doc, at: usize, hi: usize, starts_name: &impl Fn(usize) -> bool, out: &mut After) {
    let mut start = at;
    loop {
        // `đồng chí X, TUV, Bí thư Đảng ủy Khối`: an abbreviation that no list knows, between posts.
        let short = start + 1 < hi
            && doc.kind(start) == TokenKind::Word
            && doc.case(start) == Case::Upper
            && doc.place(start).len() > 1
            && head(doc, start, hi).is_none()
            && !BODY_HEADS.contains(doc.id(start));
        // `UVT.Ư Đảng, Bí thư Tỉnh ủy`
        let comma = (start + 1..hi.min(start + 6)).find(|&i| doc.id(i) == ",");
        if short
            && let Some(comma) = comma
            && head(doc, comma + 1, hi).is_some()
            && (start + 1..comma).all(|i| doc.case(i) != Case::Lower || doc.kind(i) == TokenKind::Mark)
        {
            out.posts.push(start..comma);
            out.end = comma;
            start = comma + 1;
            continue;
        }
        // `đảng viên Chi bộ Phòng …, Đảng ủy Công an tỉnh …, nguyên Ủy viên …`: a member, which is no post.
        if start + 1 < hi && (doc.id(start), doc.id(start + 1)) == ("đảng", "viên") {
            let next = (start + 2..hi.min(start + 2 * LONGEST))
                // `đảng viên Chi bộ thôn … (Đảng ủy TT.Chợ Chùa), nguyên Huyện ủy viên`
                .take_while(|&i| {
                    !matches!(doc.id(i), ";" | ":" | "\n" | "“" | "ông" | "bà")
                        && (doc.id(i) != "." || is_inner_stop(doc, i))
                })
                .find(|&i| {
                    let head_at = if matches!(doc.id(i + 1), "nguyên" | "cựu") { i + 2 } else { i + 1 };
                    doc.id(i) == "," && head(doc, head_at, hi).is_some()
                });
            let Some(next) = next else { return };
            start = next + 1;
        }
        // `đồng chí X, cán bộ tiền khởi nghĩa, nguyên Phó Bí thư …`: what is no post, before one.
        if out.posts.is_empty()
            && start < hi
            && matches!(doc.id(start), "cán" | "nhà")
            && head(doc, start, hi).is_none()
            && let Some(comma) = (start + 1..hi.min(start + 8)).find(|&i| doc.kind(i) == TokenKind::Mark)
            && doc.id(comma) == ","
        {
            start = comma + 1;
        }
        let prefixed = start < hi && matches!(doc.id(start), "nguyên" | "cựu" | "quyền");
        let Some((kind, tokens)) = head(doc, if prefixed { start + 1 } else { start }, hi) else { return };
        let head_end = tokens.end;
        let (end, next) = tail(doc, kind, tokens.end, hi, starts_name);
        // `…, Chủ tịch MTTQ xã, thư ký là ông Phan …`: the last is the other's.
        let given = end < hi && doc.id(end) == "là" && is_honorific(doc, end + 1, hi) && !out.posts.is_empty();
        if next == Next::Name || given {
            return;
        }
        // `… vụ Nguyễn Văn A, Tổng Bí thư nhấn mạnh`: a new subject.
        let subject = out.posts.is_empty()
            && end == head_end
            && is_high_office(doc, end)
            && end < hi
            && ends_post(doc, end, hi)
            && start > 0
            && doc.id(start - 1) == ",";
        if subject {
            return;
        }
        if let Some(post) = trim(doc, start..end) {
            out.end = post.end.max(out.end);
            out.posts.push(post);
        }
        match next {
            Next::Post(at) => start = at,
            _ => return,
        }
    }
}

#[derive(PartialEq)]
enum Next {
    /// Another post begins here.
    Post(usize),
    /// Another person's name: the post is that person's.
    Name,
    End,
}

/// Where the words of a post's body end, and what comes next.
#[numbered]
fn tail(doc: &Doc, kind: Post, from: usize, hi: usize, starts_name: &impl Fn(usize) -> bool) -> (usize, Next) {
    let is_head = |at: usize| {
        let at = if at < hi && matches!(doc.id(at), "nguyên" | "cựu" | "quyền") { at + 1 } else { at };
        at < hi && head(doc, at, hi).is_some()
    };
    let capital = |at: usize| at < hi && doc.kind(at) == TokenKind::Word && doc.case(at) != Case::Lower;
    let mut i = from;
    while i < hi && i - from < LONGEST {
        match doc.id(i) {
            // `Phó giám đốc Bệnh viện Đa khoa (BVĐK) huyện …`
            "(" if let Some(past) = past_initials(doc, i, hi).filter(|&past| !starts_name(past)) => {
                i = past;
                continue;
            }
            "\n" | ";" | ":" | "“" | "”" | "\"" | "?" | "!" | "…" | "(" | ")" => return (i, Next::End),
            "." if !is_inner_stop(doc, i) => return (i, Next::End),
            // `…, Ngoại trưởng Nga Sergei Lavrov`, `và Thủ tướng Shinzo Abe`
            _ if is_foreign_head(doc, from)
                && doc.kind(i) == TokenKind::Word
                && doc.case(i) == Case::Capital
                && !super::names::is_syllable(doc.word(i))
                && i <= from + 2
                && !ABROAD.contains(doc.id(i)) =>
            {
                return (i, Next::Name);
            }
            // `…, Tổng Bí thư Trường Chinh`
            _ if i == from && is_high_office(doc, from) && begins_bare_name(doc, i, hi) => {
                return (i, Next::Name);
            }
            "," if is_head(skip_lead(doc, i + 1, hi)) => return (i, Next::Post(skip_lead(doc, i + 1, hi))),
            "," => {
                let parent = kind == Post::Part && capital(i + 1) && BODY_HEADS.contains(doc.id(i + 1));
                // `…, Phó Bí thư Tỉnh ủy, Ban Thường vụ Tỉnh ủy thảo luận`: only a member is of both.
                let member = from >= 1 && matches!(doc.id(from - 1), "viên" | "uv");
                let both = enumerates(doc, i, hi) && (member || doc.id(i + 1) != "ban" || doc.id(i + 2) != "thường");
                if (!parent || starts_name(i + 1)) && !both {
                    return (i, Next::End);
                }
            }
            "-" if starts_name(i + 1) => return (i, Next::End),
            "-" | "–" | "—" if doc.spaced(i) || doc.tokens.get(i + 1).is_some_and(|t| t.spaced) => {
                if is_head(i + 1) {
                    return (i, Next::Post(i + 1));
                }
                // `Trưởng phòng Tài chính - kế hoạch`
                let field = matches!(doc.id(i + 1), "kế" | "xã" | "đào" | "môi" | "thương" | "hạ" | "ngân" | "thiết");
                if !(capital(i + 1) || field) || starts_name(i + 1) || doc.id(i + 1) == "pv" {
                    return (i, Next::End);
                }
            }
            "kiêm" if is_head(i + 1) => return (i, Next::Post(i + 1)),
            "và" if is_head(i + 1) => return (i, Next::Post(i + 1)),
            "và" if starts_name(i + 1)
                || is_honorific(doc, i + 1, hi)
                || matches!(doc.id(i + 1), "các" | "ông" | "bà" | "đại" | "lãnh" | "cán" | "nhân" | "gia") =>
            {
                return (i, Next::End);
            }
            _ if let Some(past) = inside(doc, i, hi) => {
                i = past;
                continue;
            }
            _ if ends_post(doc, i, hi) => return (i, Next::End),
            // `Ủy ban Các vấn đề xã hội`
            _ if doc.case(i) == Case::Capital
                && i > from
                && FUNCTION_WORDS.contains(doc.id(i))
                && (doc.id(i), doc.id(i + 1)) != ("các", "vấn") =>
            {
                return (i, Next::End);
            }
            _ if starts_name(i) => return (i, Next::Name),
            _ if doc.case(i) == Case::Lower && is_honorific(doc, i, hi) => return (i, Next::End),
            _ => {}
        }
        // A body's own words are never another post's head, but `Phó Giám đốc Công an tỉnh` may meet one.
        i += 1;
    }
    (i.min(hi), Next::End)
}

/// Past a bracket of initials that a place goes on after.
#[numbered]
fn past_initials(doc: &Doc, open: usize, hi: usize) -> Option<usize> {
    let close = (open + 2..hi.min(open + 5)).find(|&i| doc.id(i) == ")")?;
    let initials = (open + 1..close).any(|i| doc.case(i) == Case::Upper && doc.place(i).len() > 1)
        && (open + 1..close).all(|i| doc.case(i) == Case::Upper || doc.kind(i) == TokenKind::Mark);
    let place = matches!(doc.id(close + 1), "huyện" | "tỉnh" | "thành" | "thị" | "quận" | "xã" | "phường" | "tp");
    // `Ủy viên Ban Thường vụ (BTV) Tỉnh ủy`
    let body = matches!(doc.id(close - 1), "btv" | "bch" | "ubkt" | "btg" | "btc" | "bdv" | "ubnd" | "hđnd");
    let place = place || body && doc.tokens.get(close + 1).is_some_and(|t| t.case == Case::Capital);
    (initials && place && close + 1 < hi).then_some(close + 1)
}

/// Whether two capitals after a high office are a name (`Trường Chinh`), not a body (`Chính Phủ`, `Ban Chấp hành`).
#[numbered]
pub(super) fn begins_bare_name(doc: &Doc, at: usize, hi: usize) -> bool {
    let capital = |i: usize| i < hi && doc.case(i) == Case::Capital;
    capital(at)
        && capital(at + 1)
        && !matches!(
            doc.id(at),
            "ban" | "chính" | "quốc" | "đảng" | "bộ" | "hội" | "việt" | "trung" | "ủy" | "cộng" | "nhà"
        )
}

/// Whether the head of a post that ends before `at` is one of the state's highest, held by one person alone.
#[numbered]
pub(super) fn is_high_office(doc: &Doc, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |i| doc.id(i));
    matches!(
        (before(3), before(2), before(1)),
        ("tổng", "bí", "thư") | ("chủ", "tịch", "nước") | (_, "thủ", "tướng") | (_, "tổng", "thống")
    )
}

/// Whether the head of a post that ends before `at` is one that statesmen abroad hold.
#[numbered]
fn is_foreign_head(doc: &Doc, at: usize) -> bool {
    at >= 2
        && matches!(
            (doc.id(at - 2), doc.id(at - 1)),
            ("tổng", "thống") | ("thủ", "tướng") | ("ngoại" | "bộ" | "thị", "trưởng") | ("chủ", "tịch")
        )
}

/// `Sở Văn hóa, Thể thao và Du lịch`, `Ủy viên Ban Chấp hành, Ban Thường vụ …`: the comma is inside the name.
#[numbered]
fn enumerates(doc: &Doc, comma: usize, hi: usize) -> bool {
    let word = |i: usize| doc.id_before(hi, i);
    matches!(
        (word(comma + 1), word(comma + 2)),
        // `Phó Chủ nhiệm Ủy ban Văn hóa Giáo dục, Thanh Thiếu niên và Nhi đồng`
        ("thể", "thao") | ("thông", "tin") | ("btv", _) | ("thanh", "thiếu")
    ) || (word(comma + 1), word(comma + 2), word(comma + 3)) == ("ban", "thường", "vụ")
        || (word(comma + 1), word(comma + 2)) == ("thanh", "niên") && word(comma + 3) == ","
}

#[numbered]
fn is_honorific(doc: &Doc, at: usize, hi: usize) -> bool {
    doc.longest(&HONORIFICS, at, hi).is_some_and(|hit| {
        matches!(doc.id(at), "ông" | "bà" | "anh" | "chị" | "đồng" | "đ")
            && hit.tokens.end < hi
            && super::names::is_capital(doc, hit.tokens.end)
    })
}

/// Without separators at its ends.
#[numbered]
fn trim(doc: &Doc, post: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = post;
    while start < end && matches!(doc.id(start), "," | "-" | "–" | "—" | "kiêm" | "và") {
        start += 1;
    }
    // `Bí thư Tỉnh ủy Thái Nguyên` keeps its province.
    while start < end
        && (matches!(doc.id(end - 1), "," | "-" | "–" | "—" | "kiêm" | "và" | "các" | "." | "của" | ":")
            || doc.id(end - 1) == "nguyên" && doc.case(end - 1) == Case::Lower)
    {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// A post as the text has it, white space squeezed and brackets left out.
#[numbered]
pub(super) fn text(doc: &Doc, post: &Range<usize>) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for i in post.clone() {
        let token = *token(&doc.tokens, i);
        match doc.id(i) {
            "(" => depth += 1,
            ")" if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            _ => {
                if token.spaced && !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(doc.norm(token.span));
            }
        }
    }
    out
}
