//! People: who is named, with which posts, and what they did.
//!
//! Names are found by what stands around them ([`names`]); posts before and after a name are cut one by one
//! ([`posts`]); acts are read from the clauses that the name is subject of ([`acts`]).

mod acts;
mod names;
mod posts;

use std::ops::Range;

use soi_words::numbered;

use super::doc::Doc;
use crate::lexicon::abbreviations;
use crate::report::{Event, Person};
use crate::text::find::{ends_with_any, holds, replaced, starts_with_any};
use crate::text::fold::fold;
use crate::text::letter::lower_text;
use crate::text::set::meaning;
use crate::text::write::{push_word, squeezed};
use crate::text::{Case, Span, TokenKind, sort};
use names::Sighting;

/// A person, gathered over the page.
struct Entry {
    /// In lower case, words apart by one space, no final stop.
    key: String,
    name: String,
    posts: Vec<String>,
    mentions: Vec<Span>,
}

pub(super) fn read(doc: &Doc, events: &[Event]) -> Vec<Person> {
    let scan = names::scan(doc);
    let mut entries: Vec<Entry> = Vec::new();
    let mut owner: Vec<Option<usize>> = vec![None; scan.sightings.len()];
    // Full names first, so that a short form may come before its full name.
    for full in [true, false] {
        for (n, sighting) in scan.sightings.iter().enumerate().filter(|(_, s)| s.short != full) {
            let key = key(doc, &sighting.name);
            let known = entries.iter().position(|e| e.key == key);
            let known = if full { known } else { known.or_else(|| whose(&entries, &key, sighting, doc)) };
            if known.is_none() && sighting.doubtful {
                continue;
            }
            let at = known.unwrap_or_else(|| {
                let name = name(doc, &sighting.name);
                entries.push(Entry { key, name, posts: Vec::new(), mentions: Vec::new() });
                entries.len() - 1
            });
            mention(&mut entries, at, name_span(doc, &sighting.name));
            if let Some(owner) = owner.get_mut(n) {
                *owner = Some(at);
            }
        }
    }
    let entries_moved = merge(doc, &mut entries);
    for at in owner.iter_mut().flatten() {
        *at = entries_moved.get(*at).copied().unwrap_or(*at);
    }
    // Names that stand alone, once they are known.
    for run in &scan.leftover {
        if let Some((at, tokens)) = repeats(doc, &entries, run) {
            doc.fired(|| ("person.again", tokens.clone(), tokens.clone()));
            mention(&mut entries, at, name_span(doc, &tokens));
        }
    }
    for (sighting, at) in scan.sightings.iter().zip(&owner) {
        let Some(at) = *at else { continue };
        for post in &sighting.posts {
            add_post(&mut entries, at, posts::text(doc, post));
        }
    }
    for (n, post) in shared_posts(doc, &scan.sightings) {
        if let Some(at) = owner.get(n).copied().flatten() {
            add_post(&mut entries, at, posts::text(doc, &post));
        }
    }
    for sentence in &doc.sentences {
        let range = sentence.tokens.clone();
        for (at, posts) in posts::given(doc, range.clone(), |i| names::starts_name(doc, i, range.end)) {
            for whose in given_to(doc, &scan.sightings, &owner, &range, &at) {
                for post in &posts {
                    add_post(&mut entries, whose, posts::text(doc, post));
                }
            }
        }
    }
    let meeting = events.iter().any(|event| event.main);
    let (subjects, owner) = with_bare_posts(doc, scan.sightings, owner, &entries);
    let acts = acts::read(doc, &subjects, &owner, entries.len(), meeting);

    let mut people: Vec<(u32, Person)> = entries
        .into_iter()
        .zip(acts)
        .filter(|(entry, _)| !entry.mentions.is_empty())
        .map(|(mut entry, mut acts)| {
            // What `Chủ tịch Hồ Chí Minh` taught was not said at the meeting.
            if entry.key == "hồ chí minh" {
                acts.clear();
            }
            sort::by_key(&mut entry.mentions, |at| sort::pair(at.start, at.end));
            let first = entry.mentions.first().map_or(0, |m| m.start);
            let mentions = entry.mentions.iter().map(|m| doc.text.quote(*m)).collect();
            (first, Person { name: entry.name, positions: entry.posts, acts, mentions })
        })
        .collect();
    sort::by_key(&mut people, |(first, _)| u64::from(*first));
    people.into_iter().map(|(_, person)| person).collect()
}

/// The place of a name; the stop of a final initial is part of it (`Nguyễn Văn A.`).
#[numbered]
fn name_span(doc: &Doc, name: &Range<usize>) -> Span {
    let span = doc.span(name.clone());
    let initial = doc.norm(doc.place(name.end - 1)).chars().count() == 1;
    match doc.tokens.get(name.end) {
        Some(stop) if initial && !stop.spaced && doc.id(name.end) == "." => span.join(stop.span),
        _ => span,
    }
}

fn name(doc: &Doc, name: &Range<usize>) -> String {
    squeezed(doc.norm(name_span(doc, name)))
}

/// Foreign words lose their marks, so that `Hernández` and `Hernandez` meet.
fn key(doc: &Doc, name: &Range<usize>) -> String {
    let words = squeezed(doc.lower(doc.span(name.clone())));
    let mut out = String::new();
    for word in words.split(' ') {
        if names::is_syllable(word) {
            push_word(&mut out, word);
        } else {
            push_word(&mut out, &fold(word));
        }
    }
    out
}

/// Makes one of entries that are one person, emptying the others: `bà Kim Thoa` is `Hồ Thị Kim Thoa`, and
/// `Trần Thăng Phúc Đón` is `Trần Thăng Phúc` with the first word of another sentence. Tells where each went.
fn merge(doc: &Doc, entries: &mut [Entry]) -> Vec<usize> {
    let mut to: Vec<usize> = (0..entries.len()).collect();
    for n in 0..entries.len() {
        let key = entries[n].key.clone();
        let words = key.split(' ').count();
        let home =
            entries.iter().enumerate().filter(|(other, _)| *other != n && to[*other] == *other).find(|(_, e)| {
                let theirs = e.key.split(' ').count();
                let short = words == 2
                    && theirs >= 3
                    && e.key.strip_suffix(key.as_str()).is_some_and(|rest| ends_with_any(rest, " "));
                let foreign = e.key.split(' ').any(|word| !names::is_syllable(word));
                let long = (theirs >= 3 || (foreign && theirs == 2))
                    && words > theirs
                    && words <= theirs + 2
                    && key.strip_prefix(e.key.as_str()).is_some_and(|rest| rest.starts_with(' '))
                    && e.mentions.len() >= entries[n].mentions.len();
                short || long
            });
        let Some((home, _)) = home else { continue };
        let surplus = entries[n].key.len() > entries[home].key.len();
        let moved = std::mem::take(&mut entries[n].mentions);
        let name = entries[home].name.len() as u32;
        for span in moved {
            // Both are in the normal form, so the shorter name's length is the place where the mention ends.
            let cut = if surplus { Span::new(span.start, (span.start + name).min(span.end)) } else { span };
            let whole = !surplus || squeezed(doc.lower(cut)) == entries[home].key;
            entries[home].mentions.push(if whole { cut } else { span });
        }
        to[n] = home;
    }
    for n in 0..to.len() {
        while to[to[n]] != to[n] {
            to[n] = to[to[n]];
        }
    }
    to
}

/// Whose short form a name is: the last words of a full name (`ông Duy`), else its first (`ông Tập`); the nearest
/// before it wins.
fn whose(entries: &[Entry], key: &str, sighting: &Sighting, doc: &Doc) -> Option<usize> {
    let at = doc.place(sighting.name.start).start;
    let near = |fits: &dyn Fn(&str) -> bool| {
        entries
            .iter()
            .enumerate()
            .filter(|(_, e)| e.key.len() > key.len() && fits(&e.key))
            .max_by_key(|(_, e)| {
                let before = e.mentions.iter().map(|m| m.start).filter(|&start| start < at).max();
                before.map_or((0, u32::MAX - e.mentions.first().map_or(0, |m| m.start)), |start| (1, start))
            })
            .map(|(n, _)| n)
    };
    near(&|full| full.strip_suffix(key).is_some_and(|rest| ends_with_any(rest, " .-")))
        .or_else(|| near(&|full| full.strip_prefix(key).is_some_and(|rest| starts_with_any(rest, " -"))))
}

/// The known name that a run of capitals holds, alone or at its end.
fn repeats(doc: &Doc, entries: &[Entry], run: &Range<usize>) -> Option<(usize, Range<usize>)> {
    // The names that are looked for have two words or more.
    if run.len() < 2 {
        return None;
    }
    let run_key = key(doc, run);
    // `phong cách Hồ Chí Minh` is no mention of the man.
    let names = |e: &Entry| e.key.contains(' ') && e.key != "hồ chí minh" && !e.mentions.is_empty();
    entries.iter().enumerate().filter(|(_, e)| names(e)).find_map(|(n, entry)| {
        let words = entry.key.split(' ').count();
        if run_key == entry.key {
            return Some((n, run.clone()));
        }
        let tail = run_key.strip_suffix(entry.key.as_str())?;
        (ends_with_any(tail, " ") && words >= 3 && run.len() > words).then(|| (n, run.end - words..run.end))
    })
}

/// Posts in the plural, which are each person's of a list: `các Phó Thủ tướng: A, B và C`,
/// `các Ủy viên Trung ương Đảng: Bí thư Tỉnh ủy A; Bộ trưởng B`, `các Phó Chủ tịch UBND tỉnh A, B`.
#[numbered]
fn shared_posts(doc: &Doc, sightings: &[Sighting]) -> Vec<(usize, Range<usize>)> {
    let mut out = Vec::new();
    for (n, first) in sightings.iter().enumerate() {
        let floor = n.checked_sub(1).map_or(0, |before| sightings[before].end);
        let colon = first.lead > floor && doc.id(first.lead - 1) == ":";
        let shared = if colon {
            posts::before(doc, first.lead - 1, floor)
        } else {
            first.posts.iter().filter(|post| post.end <= first.name.start).cloned().collect()
        };
        let plural = |post: &Range<usize>| {
            let before = |back: usize| post.start.checked_sub(back).map_or("", |at| doc.id(at));
            matches!(before(1), "các" | "hai" | "ba" | "bốn" | "những")
                || post.start > 0 && doc.kind(post.start - 1) == TokenKind::Number
                || ((before(2), before(1)) == ("đồng", "chí") && before(3) == "các")
        };
        if !shared.first().is_some_and(plural) {
            continue;
        }
        for (m, one) in sightings.iter().enumerate().skip(n) {
            let goes_on = m == n
                || (sightings[m - 1].end..one.lead)
                    .all(|i| matches!(doc.id(i), "," | "và" | "ông" | "bà" | ";") && (colon || doc.id(i) != ";"))
                // `các đồng chí Ủy viên Bộ Chính trị: Thủ tướng …; các Phó Thủ tướng: A, B`
                || colon
                    && doc.id(one.lead - 1) == ":"
                    && matches!(doc.id(sightings[m - 1].end), ";" | ",")
                    && doc.id(sightings[m - 1].end + 1) == "các"
                    && one.lead - sightings[m - 1].end < 10
                    && !(sightings[m - 1].end..one.lead).any(|i| matches!(doc.id(i), "." | "đồng" | "nguyên"));
            let own = !colon && m > n && one.posts.iter().any(|post| post.end <= one.name.start);
            if !goes_on || own {
                break;
            }
            if colon || m > n {
                out.extend(shared.iter().map(|post| (m, post.clone())));
            }
        }
    }
    out
}

/// The sightings, with posts that stand for a known person as subject: `Tổng Bí thư nhấn mạnh`, `đồng chí Bí thư
/// Tỉnh ủy đề nghị`.
#[numbered]
fn with_bare_posts(
    doc: &Doc,
    mut sightings: Vec<Sighting>,
    mut owner: Vec<Option<usize>>,
    entries: &[Entry],
) -> (Vec<Sighting>, Vec<Option<usize>>) {
    let taken: Vec<Range<usize>> = sightings.iter().map(|s| s.lead..s.end).collect();
    let words: Vec<Vec<Vec<String>>> =
        entries.iter().map(|e| e.posts.iter().map(|p| post_words(p)).collect()).collect();
    for sentence in doc.sentences.iter().filter(|s| s.block.is_body()) {
        for post in posts::bare(doc, sentence.tokens.clone()) {
            if taken.iter().any(|range| range.start < post.end && post.start < range.end) {
                continue;
            }
            let said = post_words(&posts::text(doc, &post));
            // `Chủ tịch` alone may be anyone's; `Thủ tướng` is not.
            let tells = |p: &[String]| {
                said.len() >= 3 || p.len() == said.len() || said.first().is_some_and(|word| word == r"thủ")
            };

            let mut holders =
                words.iter().enumerate().filter(|(_, posts)| posts.iter().any(|p| is_within(&said, p) && tells(p)));
            if let (Some((who, _)), None) = (holders.next(), holders.next()) {
                let at = sightings.partition_point(|s| s.name.start < post.start);
                let comrade = post.start >= 2 && (doc.id(post.start - 2), doc.id(post.start - 1)) == ("đồng", "chí");
                let bare = Sighting {
                    lead: if comrade { post.start - 2 } else { post.start },
                    end: post.end,
                    posts: Vec::new(),
                    short: true,
                    doubtful: false,
                    introduced: true,
                    name: post,
                };
                sightings.insert(at, bare);
                owner.insert(at, Some(who));
            }
        }
    }
    (sightings, owner)
}

/// Who gets the posts of a verb: who follows with `đối với`, else the one named last before it in the sentence.
#[numbered]
fn given_to(
    doc: &Doc,
    sightings: &[Sighting],
    owner: &[Option<usize>],
    sentence: &Range<usize>,
    verb: &Range<usize>,
) -> Vec<usize> {
    let after = sightings.iter().position(|s| s.lead >= verb.end && s.lead < sentence.end && s.lead >= 2);
    if let Some(at) = after
        && ((doc.id(sightings[at].lead - 2), doc.id(sightings[at].lead - 1)) == ("đối", "với")
            // `ký quyết định bổ nhiệm chức vụ Giám đốc Sở … cho ông …`
            || doc.id(sightings[at].lead - 1) == "cho" && sightings[at].lead - verb.end <= 2)
        && sightings[at].lead - verb.end < 40
    {
        return owner[at].into_iter().collect();
    }
    let bare = matches!(doc.id(verb.start), "là" | "làm" | "trở" | "hiện" | "từng" | "nguyên" | "chức");
    let before = sightings.iter().rposition(|s| {
        s.name.start >= sentence.start && s.end <= verb.start && doc.id(s.lead.wrapping_sub(1)) != "thay"
    });
    let Some(before) = before else {
        return spoken_of(doc, sightings, owner, sentence, verb, bare).into_iter().collect();
    };
    // `X là Chủ tịch`: a bare verb must follow its subject closely.
    let mut between = sightings[before].end..verb.start;
    // `Ông Cự (60 tuổi, quê …) là …`
    if doc.id(between.start) == "("
        && let Some(close) = between.clone().find(|&i| doc.id(i) == ")")
    {
        between.start = close + 1;
    }
    let close = between.len() <= 4
        && !between
            .clone()
            .any(|i| matches!(doc.id(i), "," | "." | ";" | "cha" | "mẹ" | "vợ" | "chồng" | "con" | "bố"));
    if bare {
        return owner[before].filter(|_| close).into_iter().collect();
    }
    // `Ông X, Tỉnh ủy viên và bà Y được chỉ định giữ chức …`: both.
    let joined = |m: usize| {
        sightings[m].name.start >= sentence.start
            && (sightings[m].end..sightings[m + 1].lead)
                .all(|i| matches!(doc.id(i), "," | ";" | "và" | "cùng" | "ông" | "bà" | "đồng" | "chí" | "các"))
    };
    let mut first = before;
    while first > 0 && joined(first - 1) {
        first -= 1;
    }
    owner[first..=before].iter().flatten().copied().collect()
}

/// Who a sentence goes on about without the name: `Sau đó, ông lần lượt được bổ nhiệm làm …`, `Đồng chí từng giữ …`.
#[numbered]
fn spoken_of(
    doc: &Doc,
    sightings: &[Sighting],
    owner: &[Option<usize>],
    sentence: &Range<usize>,
    verb: &Range<usize>,
    bare: bool,
) -> Option<usize> {
    let small = |i: usize| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    let pronoun = (sentence.start..verb.start).rev().find_map(|i| match (doc.id(i), doc.id(i + 1)) {
        ("đồng", "chí") if small(i + 2) => Some(i + 2),
        ("ông" | "bà", _) if small(i + 1) && !matches!(doc.id(i.wrapping_sub(1)), "các" | "của" | "với" | "cho") => {
            Some(i + 1)
        }
        _ => None,
    })?;
    if verb.start - pronoun > if bare { 3 } else { 8 } {
        return None;
    }
    let at = doc.sentences.iter().position(|s| s.tokens == *sentence)?;
    let woman = doc.id(pronoun - 1) == "bà";
    let man = doc.id(pronoun - 1) == "ông";
    let said = doc.sentences[at.saturating_sub(3)..at].iter().rev().find_map(|other| {
        sightings.iter().position(|s| {
            let called = doc.id(s.name.start.wrapping_sub(1));
            let fits = !(woman && matches!(called, "ông" | "anh") || man && matches!(called, "bà" | "chị"));
            fits && s.name.start >= other.tokens.start && s.name.start < other.tokens.end
        })
    })?;
    owner[said]
}

/// Adds a mention of a person.
fn mention(entries: &mut [Entry], at: usize, span: Span) {
    if let Some(entry) = entries.get_mut(at) {
        entry.mentions.push(span);
    }
}

/// Adds a post of a person, keeping of two forms of one post the fuller.
fn add_post(entries: &mut [Entry], at: usize, post: String) {
    let Some(Entry { posts, .. }) = entries.get_mut(at) else { return };
    let words = post_words(&post);
    for known in posts.iter_mut() {
        let other = post_words(known);
        if is_within(&words, &other) {
            return;
        }
        if is_within(&other, &words) {
            *known = post;
            // A third form may lie within the new one.
            let full = known.clone();
            let full_words = post_words(&full);
            let mut seen = false;
            posts.retain(|p| {
                if *p == full { !std::mem::replace(&mut seen, true) } else { !is_within(&post_words(p), &full_words) }
            });
            return;
        }
    }
    posts.push(post);
}

/// The words of a post in lower case, its abbreviations written out.
fn post_words(post: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut lower = lower_text(post);
    while holds(&lower, "t.ư") {
        lower = replaced(&lower, "t.ư", "trung ương");
    }
    let apart = |c: char| c.is_whitespace() || core::matches!(c, ',' | '-' | '–');
    for word in lower.split(apart).filter(|word| !word.is_empty()) {
        let long = meaning!(
            word,
            "tw" | "tư" => "trung ương",
            "bv" => "bệnh viện",
            "bch" => "ban chấp hành",
            "btv" => "ban thường vụ",
            "ubnd" => "ủy ban nhân dân",
            "hđnd" => "hội đồng nhân dân",
            "mttq" => "mặt trận tổ quốc",
            "mttqvn" => "mặt trận tổ quốc việt nam",
            "vn" => "việt nam",
            "hnd" => "hội nông dân",
            "hndvn" => "hội nông dân việt nam",
            "ndvn" => "nông dân việt nam",
            "tp" | "tp." => "thành phố",
            "ub" => "ủy ban",
            "bchqs" => "bộ chỉ huy quân sự",
            "gđ" => "giám đốc",
            "pgđ" => "phó giám đốc",
            "tgđ" => "tổng giám đốc",
            "pct" => "phó chủ tịch",
            "uvtv" | "uvbtv" => "ủy viên ban thường vụ",
        );
        abbreviations::push(&mut out, long.unwrap_or(word));
    }
    out
}

/// Whether `short` is `long` with words left out; both begin with the same word, but for `nguyên`.
fn is_within(short: &[String], long: &[String]) -> bool {
    let long = if long.first().is_some_and(|word| word == "nguyên") && short.first() != long.first() {
        &long[1..]
    } else {
        long
    };
    if short.first() != long.first() || short.len() > long.len() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use crate::report::Person;

    /// The people of a page whose body is `body`, after a headline and a standfirst that name nobody.
    fn people(body: &str) -> Vec<Person> {
        let page = format!(
            "Một ngày làm việc ở huyện nhà\nHuyện tổ chức hội nghị trong một ngày.\n{body}\nPhần cuối của bài viết còn dài hơn nữa."
        );
        crate::parse("page", &page).people
    }

    #[track_caller]
    fn check_names(body: &str, expected: &[&str]) {
        let found = people(body);
        let names: Vec<&str> = found.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(names, expected, "{body}");
    }

    #[test]
    fn people_are_known_by_what_introduces_them() {
        for (body, expected) in [
            ("Đồng chí Trần Văn Bé chủ trì hội nghị.", &["Trần Văn Bé"][..]),
            (
                "Dự có các đồng chí: Trần Văn Bé, Bí thư Huyện ủy; Lê Mỹ – Phó Bí thư Huyện ủy.",
                &["Trần Văn Bé", "Lê Mỹ"],
            ),
            ("Bí thư Tỉnh ủy Hải Dương Phạm Thị Na phát biểu.", &["Phạm Thị Na"]),
            ("Chủ tịch UBND huyện Kim Thành Hà Văn Tư báo cáo.", &["Hà Văn Tư"]),
            ("Đại tá Y Thanh Niê Kđăm và TS. Đỗ Lan cùng dự.", &["Y Thanh Niê Kđăm", "Đỗ Lan"]),
            ("Tổng thống Mỹ John Smithson gặp Ngoại trưởng Nga Ivan Petrov.", &["John Smithson", "Ivan Petrov"]),
            ("Nạn nhân là chị Lê Thị B. (35 tuổi), ngụ quận 5. Theo chị B., vụ việc đã qua.", &["Lê Thị B."]),
            ("Ông Hà Trung Hải và bà Cao Phong Lan cùng nói.", &["Hà Trung Hải", "Cao Phong Lan"]),
            ("Ngô Văn Sáu (SN 1980) bị bắt cùng Đinh Tám, 25 tuổi.", &["Ngô Văn Sáu", "Đinh Tám"]),
            ("Ông Trần Văn Bé nói. Ông Bé nói thêm. Bà Hoa im lặng.", &["Trần Văn Bé", "Hoa"]),
        ] {
            check_names(body, expected);
        }
    }

    #[test]
    fn streets_schools_campaigns_credits_and_countries_are_no_people() {
        for body in [
            "Xe chạy trên đường Nguyễn Văn Linh và phố Trần Hưng Đạo.",
            "Học sinh Trường THPT Lê Quý Đôn dự thi.",
            "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh phát động phong trào.",
            "Nhân dân xã Lê Hồng, huyện Cam Lộ phấn khởi. Ảnh: Lê Quân.",
            "Cảnh sát Myanmar điều tra. Bà Rịa và Cô Tô đón khách.",
            "Thứ trưởng Bộ Xây dựng và các đồng chí Ban Thường vụ dự họp.",
        ] {
            check_names(body, &[]);
        }
    }

    #[test]
    fn a_comrade_at_the_end_of_a_page_does_not_sign_it() {
        let page = "Trao huy hiệu Đảng\nĐảng bộ phường tổ chức trao huy hiệu Đảng và hội nghị sơ kết công tác. Đ/c Trần Văn Bé – \
                    Bí thư Thị ủy dự và trao huy hiệu cho các đảng viên.";
        let found = crate::parse("page", page).people;
        let acts: Vec<&str> = found.iter().flat_map(|p| &p.acts).map(|act| act.as_str()).collect();
        assert_eq!(acts, ["dự", "trao"]);
    }

    #[track_caller]
    fn check_posts(body: &str, expected: &[&str]) {
        let found = people(body);
        assert_eq!(found.len(), 1, "{body}");
        assert_eq!(found[0].positions, expected, "{body}");
    }

    #[test]
    fn posts_are_one_each_in_their_fullest_form() {
        for (body, expected) in [
            (
                "Đồng chí Trần Văn Bé, Uỷ viên Ban Thường vụ Tỉnh uỷ, Giám đốc Sở Y tế phát biểu.",
                &["Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Sở Y tế"][..],
            ),
            (
                "Đồng chí Trần Văn Bé, Phó Vụ trưởng Vụ Địa phương 2, Ban Tổ chức Trung ương đánh giá cao.",
                &["Phó Vụ trưởng Vụ Địa phương 2, Ban Tổ chức Trung ương"],
            ),
            (
                "Chủ tịch UBND tỉnh Trần Văn Bé nói. Ông Trần Văn Bé, Chủ tịch UBND tỉnh Hà Nam, đồng ý.",
                &["Chủ tịch UBND tỉnh Hà Nam"],
            ),
            (
                "Trưởng ban Kinh tế - Trưởng Ban Chỉ đạo Tây Bắc Trần Văn Bé nhấn mạnh.",
                &["Trưởng ban Kinh tế", "Trưởng Ban Chỉ đạo Tây Bắc"],
            ),
            (
                "Ông Trần Văn Bé – Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch – cho biết.",
                &["Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch"],
            ),
            (
                "Ông Trần Văn Bé, Phó Chủ nhiệm Ủy ban Văn hóa Giáo dục, Thanh Thiếu niên và Nhi đồng, nói.",
                &["Phó Chủ nhiệm Ủy ban Văn hóa Giáo dục, Thanh Thiếu niên và Nhi đồng"],
            ),
            (
                "Ông Trần Văn Bé - Phó Chủ nhiệm Ủy ban Các vấn đề xã hội của Quốc hội cho rằng.",
                &["Phó Chủ nhiệm Ủy ban Các vấn đề xã hội của Quốc hội"],
            ),
            (
                "Ông Trần Văn Bé, Giám đốc Trung tâm Giáo dục thường xuyên huyện nói.",
                &["Giám đốc Trung tâm Giáo dục thường xuyên huyện"],
            ),
            ("Ông Trần Văn Bé được bầu giữ chức Bí thư Huyện ủy nhiệm kỳ 2015 - 2020.", &["Bí thư Huyện ủy"]),
            (
                "Đồng chí Trần Văn Bé-Ủy viên Ban Thường vụ (BTV) Tỉnh ủy, UVT.Ư Đảng, Chủ tịch UBND tỉnh đến dự.",
                &["Ủy viên Ban Thường vụ Tỉnh ủy"],
            ),
            (
                "Ông Trần Văn Bé sinh năm 1969. Sau đó, ông lần lượt được bổ nhiệm làm Giám đốc Sở Y tế; Trưởng ban Dân vận Tỉnh ủy.",
                &["Giám đốc Sở Y tế", "Trưởng ban Dân vận Tỉnh ủy"],
            ),
            (
                "Ông Trần Văn Bé, đảng viên Chi bộ 2, nguyên Trưởng phòng Nội vụ, bị khiển trách.",
                &["nguyên Trưởng phòng Nội vụ"],
            ),
            ("Bí thư Tỉnh Đoàn Đắk Lắk Y Nin Niê phát biểu.", &["Bí thư Tỉnh Đoàn Đắk Lắk"]),
            ("Trưởng Ban Quốc tế Trung ương Đoàn Phạm Thị Bé nói.", &["Trưởng Ban Quốc tế Trung ương Đoàn"]),
            (
                "Báo cáo với đồng chí Thứ trưởng và đoàn công tác, Đại tá Trần Văn Bé, Giám đốc Công an tỉnh nói.",
                &["Giám đốc Công an tỉnh"],
            ),
            ("Trưởng ban Tuyên giáo Trung ương Mai Văn Bé lưu ý.", &["Trưởng ban Tuyên giáo Trung ương"]),
            ("Đồng chí Trần Văn Bé, Bí thư Tỉnh ủy Thái Nguyên phát biểu.", &["Bí thư Tỉnh ủy Thái Nguyên"]),
            (
                "Thượng tá Trần Văn Bé, (Phó phòng Tham mưu, Công an tỉnh) cho biết.",
                &["Phó phòng Tham mưu, Công an tỉnh"],
            ),
            ("Đồng chí Trần Văn Bé, Bí thư Chi bộ thông tin một số nội dung mới.", &["Bí thư Chi bộ"]),
            ("Đồng chí Trần Văn Bé, Chủ tịch UBND phường Báo cáo kết quả.", &["Chủ tịch UBND phường"]),
            ("Đồng chí Trần Văn Bé, Trưởng Ban Dân vận triển khai quyết định.", &["Trưởng Ban Dân vận"]),
            (
                "Đ/c Trần Văn Bé - Chánh Thanh tra tỉnh, Phó Cụm trưởng Cụm 2 - khai mạc.",
                &["Chánh Thanh tra tỉnh", "Phó Cụm trưởng Cụm 2"],
            ),
            (
                "Cảnh cáo ông Trần Văn Bé, đảng viên Chi bộ thôn 2 (Đảng ủy TT.Hà Nha), nguyên Huyện ủy viên.",
                &["nguyên Huyện ủy viên"],
            ),
            ("Chủ tịch Hội Phụ nữ thành phố Trần Thị Bé dự.", &["Chủ tịch Hội Phụ nữ thành phố"]),
            ("Đồng chí Trần Văn Bé, cán bộ lão thành, nguyên Bí thư Huyện ủy, đến dự.", &["nguyên Bí thư Huyện ủy"]),
            (
                "Thi hành kỷ luật cách chức Đảng ủy viên và Bí thư Chi bộ 2 thuộc Đảng bộ xã đối với ông Trần Văn Bé.",
                &["Đảng ủy viên", "Bí thư Chi bộ 2"],
            ),
        ] {
            check_posts(body, expected);
        }
        let shared = people("Dự có các Phó Chủ tịch UBND tỉnh: Trần Văn Bé, Lê Thị Mỹ.");
        assert!(shared.iter().all(|p| p.positions == ["Phó Chủ tịch UBND tỉnh"]), "{shared:?}");
        let given = people(
            "Bà Lê Thị Mỹ được bầu giữ chức Bí thư Chi bộ, ông Trần Văn Bé được bầu giữ chức Phó Bí thư Chi bộ.",
        );
        assert_eq!(given[1].positions, ["Phó Bí thư Chi bộ"]);
        let heard = people("Hội nghị đã nghe tham luận của đồng chí Trần Văn Bé, đồng chí Lê Thị Mỹ.");
        assert!(heard.iter().all(|p| p.acts.len() == 1), "{heard:?}");
    }

    #[track_caller]
    fn check_acts(body: &str, expected: &[(&str, &str)]) {
        let found = people(body);
        let acts: Vec<(String, String)> = found
            .iter()
            .map(|p| (p.name.clone(), p.acts.iter().map(|a| a.as_str()).collect::<Vec<_>>().join(", ")))
            .collect();
        let expected: Vec<(String, String)> = expected.iter().map(|(n, a)| (n.to_string(), a.to_string())).collect();
        assert_eq!(acts, expected, "{body}");
    }

    #[test]
    fn acts_are_those_of_the_clause_that_has_the_person_as_subject() {
        for (body, expected) in [
            (
                "Về dự và chỉ đạo hội nghị có đồng chí Trần Văn Bé, Bí thư Tỉnh ủy; đồng chí Lê Thị Mỹ; các ban của tỉnh.",
                &[("Trần Văn Bé", "dự, chỉ đạo"), ("Lê Thị Mỹ", "dự, chỉ đạo")][..],
            ),
            ("Đồng chí Trần Văn Bé, Bí thư Đảng ủy, điều hành hội nghị.", &[("Trần Văn Bé", "chủ trì")]),
            (
                "Đối với Báo cáo kiểm điểm, đồng chí Trần Văn Bé yêu cầu hội nghị góp ý.",
                &[("Trần Văn Bé", "phát biểu")],
            ),
            (
                "Đồng chí Trần Văn Bé chủ trì hội nghị; Tham dự hội nghị có các đồng chí trong Đảng ủy.",
                &[("Trần Văn Bé", "chủ trì")],
            ),
            (
                "Phát biểu chỉ đạo tại hội nghị, đồng chí Trần Văn Bé đề nghị các chi bộ báo cáo, trình bày kế hoạch.",
                &[("Trần Văn Bé", "chỉ đạo, phát biểu")],
            ),
            ("Kết luận hội nghị, đồng chí Trần Văn Bé yêu cầu các đơn vị cố gắng.", &[("Trần Văn Bé", "kết luận")]),
            ("Báo cáo do ông Trần Văn Bé trình bày nêu rõ kết quả.", &[("Trần Văn Bé", "trình bày")]),
            ("Trao đổi với phóng viên, ông Trần Văn Bé nhấn mạnh vấn đề này.", &[("Trần Văn Bé", "")]),
            (
                "Chủ trì cuộc họp là ông Trần Văn Bé, Phó Bí thư Đảng ủy, thư ký là bà Lê Thị Mỹ.",
                &[("Trần Văn Bé", "chủ trì"), ("Lê Thị Mỹ", "")],
            ),
            ("Đồng chí Trần Văn Bé, TP Kinh tế phát biểu tại Hội nghị.", &[("Trần Văn Bé", "phát biểu")]),
            ("Bà Trần Thị Bé, Chủ tịch UBND xã Trình bày báo cáo.", &[("Trần Thị Bé", "trình bày")]),
            (
                "Tham gia buổi sinh hoạt với chi bộ, đồng chí Trần Văn Bé đề nghị đổi mới.",
                &[("Trần Văn Bé", "dự, phát biểu")],
            ),
            (
                "Sau khi nghe đồng chí Trần Văn Bé thông tin về kết quả năm qua, chi bộ đã họp.",
                &[("Trần Văn Bé", "phát biểu")],
            ),
            (
                "Tại hội nghị, các đại biểu đã thảo luận. Bí thư Tỉnh Đoàn Trần Văn Bé cho biết khó khăn còn nhiều.",
                &[("Trần Văn Bé", "phát biểu")],
            ),
            (
                "Tại hội nghị, bà Lê Thị Mỹ trao giấy khen cho ông Trần Văn Bé.",
                &[("Lê Thị Mỹ", "trao"), ("Trần Văn Bé", "")],
            ),
        ] {
            check_acts(body, expected);
        }
    }
}
