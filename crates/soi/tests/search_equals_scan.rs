//! The index finds exactly what a plain scan finds. The scan shares nothing with the engine but the normal form and
//! the tokens of a text: it reads every word of every report for every query.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its input has failed")]

use std::sync::Arc;

use soi::explore::Explorer;
use soi::filter::{Choice, Facet};
use soi::report::{BlockKind, Measure, Quote, Report};
use soi::text::fold::fold;
use soi::text::{Span, Text, TokenKind, tokens};
use soi::{Corpus, query};

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())]
    }
}

/// A word as typed, and whether `*` stands after it.
type Typed = (String, bool);

/// A query as the test means it.
#[derive(Debug, Clone)]
enum Ask {
    Word(Typed),
    Phrase(Vec<Typed>),
    Near(Box<Ask>, usize, Box<Ask>),
    And(Vec<Ask>),
    Or(Vec<Ask>),
    Not(Box<Ask>),
    Title(Box<Ask>),
    Named(Facet, Vec<Typed>),
    Years(u16, u16),
    Dates(Option<&'static str>, Option<&'static str>),
    Role(&'static str),
    Area(&'static str),
    RoleAndArea(&'static str, &'static str),
    Measure(&'static str, f64, bool),
}

fn phrase(words: &[Typed]) -> String {
    let inside: Vec<String> = words.iter().map(print_word).collect();
    format!("\"{}\"", inside.join(" "))
}

fn print_word((word, star): &Typed) -> String {
    if *star { format!("{word}*") } else { word.clone() }
}

impl Ask {
    fn print(&self, dice: &mut Dice) -> String {
        match self {
            Self::Word(typed) => print_word(typed),
            Self::Phrase(words) => phrase(words),
            Self::Near(a, n, b) => {
                format!("{} {}/{n} {}", a.grouped(dice), dice.pick(&["NEAR", "GẦN"]), b.grouped(dice))
            }
            Self::And(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| part.grouped(dice)).collect();
                parts.join(dice.pick(&[" ", " AND ", " VÀ "]))
            }
            Self::Or(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| part.grouped(dice)).collect();
                parts.join(dice.pick(&[" OR ", " HOẶC "]))
            }
            Self::Not(part) => format!("{}{}", dice.pick(&["-", "NOT ", "KHÔNG "]), part.grouped(dice)),
            Self::Title(part) => format!("{}:{}", dice.pick(&["title", "tiêu đề"]), part.grouped(dice)),
            Self::Named(facet, words) => {
                let field = match facet {
                    Facet::Person => dice.pick(&["person", "người"]),
                    Facet::Place => dice.pick(&["place", "nơi"]),
                    Facet::Directive => dice.pick(&["directive", "văn bản", "vanban"]),
                    _ => dice.pick(&["org", "tổ chức", "tochuc"]),
                };
                format!("{field}:{}", phrase(words))
            }
            Self::Years(a, b) if a == b => format!("năm:{a}"),
            Self::Years(a, b) => format!("year:{a}{}{b}", dice.pick(&["-", ".."])),
            Self::Dates(from, to) => {
                let field = dice.pick(&["ngày", "date", "ngay"]);
                format!("{field}:{}..{}", from.unwrap_or(""), to.unwrap_or(""))
            }
            Self::Role(role) => format!("vai:{role}"),
            Self::Area(area) => format!("mặt:\"{area}\""),
            Self::RoleAndArea(role, area) => format!("(role:{role} area:\"{area}\")"),
            Self::Measure(operator, value, percent) => {
                let value = value.to_string().replace('.', ",");
                format!("{}:{operator}{value}{}", dice.pick(&["measure", "số liệu"]), if *percent { "%" } else { "" })
            }
        }
    }

    fn grouped(&self, dice: &mut Dice) -> String {
        match self {
            Self::And(_) | Self::Or(_) | Self::Not(_) | Self::Near(..) => format!("({})", self.print(dice)),
            _ => self.print(dice),
        }
    }
}

/// A report as the scan reads it: the words of each searched block.
struct Page<'a> {
    report: &'a Report,
    blocks: Vec<(BlockKind, Vec<String>)>,
    /// Every name, in any report, of the people, bodies, places and instruments that it names, and where it does.
    names: Vec<(Facet, Vec<String>, Vec<Span>)>,
    /// The words of each statement.
    statements: Vec<Vec<String>>,
}

fn pages(reports: &[Report]) -> Vec<Page<'_>> {
    let mut pages: Vec<Page<'_>> = reports.iter().map(page).collect();
    let links = soi::link::link(reports);
    let kinds = [
        (Facet::Person, &links.people),
        (Facet::Organisation, &links.organisations),
        (Facet::Place, &links.places),
        (Facet::Directive, &links.directives),
    ];
    for (facet, entity) in kinds.iter().flat_map(|(facet, entities)| entities.iter().map(|entity| (*facet, entity))) {
        let name = |member: &soi::link::Member| {
            let report = &reports[member.report];
            match facet {
                Facet::Person => report.people[member.entry].name.clone(),
                Facet::Organisation => report.organisations[member.entry].name.clone(),
                Facet::Place => report.places[member.entry].name.clone(),
                _ => {
                    let cited = &report.directives[member.entry];
                    let which = cited.number.as_ref().or(cited.topic.as_ref()).or(cited.issuer.as_ref());
                    format!("{} {}", cited.kind, which.map_or("", String::as_str))
                }
            }
        };
        let names: Vec<String> = entity.members.iter().map(name).chain([entity.name.clone()]).collect();
        for member in &entity.members {
            let report = &reports[member.report];
            let quotes: Vec<&Quote> = match facet {
                Facet::Person => report.people[member.entry].mentions.iter().collect(),
                Facet::Organisation => report.organisations[member.entry].mentions.iter().collect(),
                Facet::Place => report.places[member.entry].mentions.iter().collect(),
                _ => vec![&report.directives[member.entry].quote],
            };
            let places: Vec<Span> = quotes.into_iter().map(Quote::span).collect();
            pages[member.report].names.extend(names.iter().map(|name| (facet, words(name), places.clone())));
        }
    }
    pages
}

fn page(report: &Report) -> Page<'_> {
    let left_out = [BlockKind::Chrome, BlockKind::Repeat, BlockKind::Section, BlockKind::Dateline];
    let blocks = report.blocks.iter().filter(|block| !left_out.contains(&block.kind));
    let statements = report.statements.iter().map(|statement| words(statement.quote.as_str())).collect();
    Page {
        report,
        blocks: blocks.map(|block| (block.kind, words(block.quote.as_str()))).collect(),
        names: Vec::new(),
        statements,
    }
}

fn words(text: &str) -> Vec<String> {
    let text = Text::new(text);
    let found = tokens(&text);
    let found = found.into_iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number));
    found.map(|t| text.lower()[t.span.range()].to_owned()).collect()
}

fn same((typed, star): &Typed, found: &str) -> bool {
    let typed = Text::new(typed).lower().to_owned();
    let found = if fold(&typed) == typed { fold(found) } else { found.to_owned() };
    if *star { found.starts_with(&typed) } else { found == typed }
}

/// Where it stands in a block: first word and the one after the last. A typed word may hold several (`16-CT/TU`).
fn stands(ask: &Ask, block: &[String]) -> Vec<(usize, usize)> {
    match ask {
        Ask::Word(typed) => stands(&Ask::Phrase(vec![typed.clone()]), block),
        Ask::Phrase(typed) => {
            let typed: Vec<Typed> =
                typed.iter().flat_map(|(text, star)| words(text).into_iter().map(|word| (word, *star))).collect();
            let here = |i: usize| typed.iter().enumerate().all(|(j, w)| block.get(i + j).is_some_and(|f| same(w, f)));
            (0..block.len()).filter(|&i| here(i)).map(|i| (i, i + typed.len())).collect()
        }
        Ask::Or(parts) => parts.iter().flat_map(|part| stands(part, block)).collect(),
        _ => unreachable!("only these have places"),
    }
}

fn date(report: &Report) -> Option<&str> {
    let main = report.events.iter().find(|event| event.main);
    let held = || main?.date.as_deref();
    let reviewed = || Some(&main?.period.as_deref()?.split('/').nth(1)?[..4]);
    report.published.as_deref().or_else(held).or_else(reviewed)
}

fn matches(ask: &Ask, page: &Page<'_>) -> bool {
    let report = page.report;
    match ask {
        Ask::Word(_) | Ask::Phrase(_) => page.blocks.iter().any(|(_, block)| !stands(ask, block).is_empty()),
        Ask::Near(a, n, b) => page.blocks.iter().any(|(_, block)| {
            let (a, b) = (stands(a, block), stands(b, block));
            let near = |x: (usize, usize), y: (usize, usize)| x.1 <= y.0 && y.0 - x.1 <= *n;
            a.iter().any(|&a| b.iter().any(|&b| near(a, b) || near(b, a)))
        }),
        Ask::And(parts) => parts.iter().all(|part| matches(part, page)),
        Ask::Or(parts) => parts.iter().any(|part| matches(part, page)),
        Ask::Not(part) => !matches(part, page),
        Ask::Title(part) => {
            let blocks = page.blocks.iter().filter(|block| block.0 == BlockKind::Title).cloned().collect();
            matches(part, &Page { report, blocks, names: Vec::new(), statements: Vec::new() })
        }
        Ask::Named(facet, asked) => page
            .names
            .iter()
            .any(|(kind, name, _)| kind == facet && !stands(&Ask::Phrase(asked.clone()), name).is_empty()),
        Ask::Years(low, high) => date(report).is_some_and(|date| (*low..=*high).contains(&date[..4].parse().unwrap())),
        // To the precision that both have, ISO dates compare as texts do.
        Ask::Dates(from, to) => date(report).is_some_and(|date| {
            let date = date.split('T').next().unwrap();
            let at = |end: &str| date.len().min(end.len());
            from.is_none_or(|from| date[..at(from)] >= from[..at(from)])
                && to.is_none_or(|to| date[..at(to)] <= to[..at(to)])
        }),
        Ask::Role(role) => report.statements.iter().any(|s| s.role.as_str() == *role),
        Ask::Area(area) => report.statements.iter().any(|s| s.areas.iter().any(|a| a.as_str() == *area)),
        Ask::RoleAndArea(role, area) => {
            let both =
                |s: &soi::report::Statement| s.role.as_str() == *role && s.areas.iter().any(|a| a.as_str() == *area);
            report.statements.iter().any(both)
        }
        Ask::Measure(operator, value, percent) => {
            report.measures.iter().any(|measure| is_measured(measure, operator, *value, *percent))
        }
    }
}

fn is_measured(measure: &Measure, operator: &str, value: f64, percent: bool) -> bool {
    let top = measure.value_max.unwrap_or(measure.value);
    let compared = match operator {
        ">" => top > value,
        ">=" => top >= value,
        "<" => measure.value < value,
        "<=" => measure.value <= value,
        _ => measure.value <= value && value <= top,
    };
    compared && (!percent || measure.unit.as_deref() == Some("%"))
}

/// Whether a statement of a page says by itself what is asked.
fn says(ask: &Ask, page: &Page<'_>, i: usize) -> bool {
    let statement = &page.report.statements[i];
    let span = statement.quote.span();
    let begins = |at: Span| span.start <= at.start && at.start < span.end;
    let alone = |ask: &Ask| {
        let blocks = vec![(BlockKind::Paragraph, page.statements[i].clone())];
        matches(ask, &Page { report: page.report, blocks, names: Vec::new(), statements: Vec::new() })
    };
    match ask {
        Ask::Word(_) | Ask::Phrase(_) | Ask::Near(..) => alone(ask),
        Ask::And(parts) => parts.iter().all(|part| says(part, page, i)),
        Ask::Or(parts) => parts.iter().any(|part| says(part, page, i)),
        Ask::Not(part) => !says(part, page, i),
        Ask::Named(facet, asked) => page.names.iter().any(|(kind, name, places)| {
            kind == facet && places.iter().copied().any(begins) && !stands(&Ask::Phrase(asked.clone()), name).is_empty()
        }),
        Ask::Role(role) => statement.role.as_str() == *role,
        Ask::Area(area) => statement.areas.iter().any(|a| a.as_str() == *area),
        Ask::RoleAndArea(role, area) => says(&Ask::Role(role), page, i) && says(&Ask::Area(area), page, i),
        Ask::Measure(operator, value, percent) => {
            let here = page.report.measures.iter().filter(|measure| begins(measure.quote.span()));
            here.into_iter().any(|measure| is_measured(measure, operator, *value, *percent))
        }
        Ask::Title(_) | Ask::Years(..) | Ask::Dates(..) => matches(ask, page),
    }
}

/// A word of the texts as somebody might type it.
fn typed(dice: &mut Dice, word: &str) -> String {
    match dice.roll(6) {
        0 | 1 => fold(word),
        // Some words in capitals are operators.
        2 if !["và", "không", "trừ", "gần", "hoặc"].contains(&word) => word.to_uppercase(),
        // Marks as separate characters, as some keyboards send them.
        3 => word.replace('ệ', "e\u{323}\u{302}").replace('ả', "a\u{309}").replace('ộ', "o\u{302}\u{323}"),
        4 => word.replace("ủy", "uỷ").replace("òa", "oà").replace("óa", "oá"),
        _ => word.to_owned(),
    }
}

struct Generator<'a> {
    dice: Dice,
    pages: &'a [Page<'a>],
}

impl Generator<'_> {
    fn run(&mut self, len: usize) -> Vec<Typed> {
        let blocks = self.pages.iter().flat_map(|p| &p.blocks).map(|b| &b.1);
        let blocks: Vec<&Vec<String>> = blocks.filter(|block| block.len() >= len).collect();
        let block = self.dice.pick(&blocks);
        let from = self.dice.roll(block.len() - len + 1);
        block[from..from + len].iter().map(|word| self.word_like(word)).collect()
    }

    fn word_like(&mut self, word: &str) -> Typed {
        let typed = typed(&mut self.dice, word);
        if self.dice.roll(6) == 0 && word.chars().count() > 2 && word.chars().all(char::is_alphabetic) {
            return (Text::new(&typed).norm().chars().take(2).collect(), true);
        }
        (typed, false)
    }

    fn word(&mut self) -> Ask {
        Ask::Word(self.run(1).remove(0))
    }

    fn placed(&mut self) -> Ask {
        match self.dice.roll(4) {
            0 => Ask::Phrase(self.run(2)),
            1 => Ask::Or(vec![self.word(), self.word()]),
            _ => self.word(),
        }
    }

    fn name(&mut self, facet: Facet) -> Vec<Typed> {
        let names = self.pages.iter().flat_map(|page| &page.names);
        let names: Vec<&Vec<String>> = names.filter(|(kind, ..)| *kind == facet).map(|(_, name, _)| name).collect();
        if names.is_empty() || self.dice.roll(8) == 0 {
            return self.run(1);
        }
        let words = self.dice.pick(&names);
        let len = 1 + self.dice.roll(words.len().min(3));
        let from = self.dice.roll(words.len().saturating_sub(len) + 1);
        words[from..from + len].iter().map(|word| self.word_like(word)).collect()
    }

    fn ask(&mut self, depth: usize) -> Ask {
        match self.dice.roll(if depth == 0 { 11 } else { 16 }) {
            0 => self.word(),
            1 => {
                let len = 2 + self.dice.roll(3);
                Ask::Phrase(self.run(len))
            }
            2 | 3 => Ask::Near(Box::new(self.placed()), self.dice.roll(6), Box::new(self.placed())),
            4 => Ask::Title(Box::new(self.placed())),
            5 | 6 => {
                let facet = self.dice.pick(&[Facet::Person, Facet::Organisation, Facet::Place, Facet::Directive]);
                Ask::Named(facet, self.name(facet))
            }
            7 if self.dice.roll(2) == 0 => {
                let ends = ["2015", "2017-07", "2017-07-17", "2018-06-21", "2018-06", "2020-07-26", "2021", "2023-10"];
                let from = self.dice.roll(ends.len());
                let to = from + self.dice.roll(ends.len() - from);
                match self.dice.roll(3) {
                    0 => Ask::Dates(Some(ends[from]), None),
                    1 => Ask::Dates(None, Some(ends[to])),
                    _ => Ask::Dates(Some(ends[from]), Some(ends[to])),
                }
            }
            7 => {
                let low = 2015 + self.dice.roll(6) as u16;
                Ask::Years(low, low + self.dice.roll(4) as u16)
            }
            8 => match self.dice.roll(3) {
                0 => Ask::Role(self.dice.pick(&["context", "result", "shortcoming", "task", "other"])),
                1 => Ask::Area(self.dice.pick(&["tư tưởng", "tổ chức", "kiểm tra", "nội bộ", "dân vận"])),
                _ => {
                    let role = self.dice.pick(&["result", "task", "context"]);
                    Ask::RoleAndArea(role, self.dice.pick(&["đảng viên", "cán bộ", "thi đua"]))
                }
            },
            9 => {
                let operator = self.dice.pick(&[">", ">=", "<", "<=", "="]);
                let value = self.dice.pick(&[5.0, 95.0, 100.0, 67.77, 2000.0]);
                Ask::Measure(operator, value, self.dice.roll(2) == 0)
            }
            10 => Ask::And(self.run(3).into_iter().map(Ask::Word).collect()),
            11 | 12 => Ask::And(vec![self.ask(depth - 1), self.ask(depth - 1)]),
            13 | 14 => Ask::Or(vec![self.ask(depth - 1), self.ask(depth - 1)]),
            _ => Ask::Not(Box::new(self.ask(depth - 1))),
        }
    }
}

fn check(reports: Vec<Report>, queries: usize, seed: u64) {
    let corpus = Arc::new(Corpus { reports });
    let explorer = Explorer::new(Arc::clone(&corpus));
    let pages = pages(&corpus.reports);
    let mut generator = Generator { dice: Dice(seed), pages: &pages };
    let mut telling = 0;
    for _ in 0..queries {
        let ask = generator.ask(2);
        let text = ask.print(&mut generator.dice);
        let node = query::parse(&text).unwrap_or_else(|error| panic!("{text:?}: {error} at {:?}", error.at));
        let hits = explorer.answer_parsed(&node, &[], None).hits;
        let mut found: Vec<usize> = hits.iter().map(|hit| hit.report.0 as usize).collect();
        found.sort_unstable();
        let expected: Vec<usize> = (0..pages.len()).filter(|&i| matches(&ask, &pages[i])).collect();
        assert_eq!(found, expected, "{text:?} as {ask:?}");
        telling += usize::from(!expected.is_empty() && expected.len() < pages.len());

        // The statements that say it by themselves, and those of them that are tasks.
        let said: Vec<(usize, usize)> = expected
            .iter()
            .flat_map(|&report| (0..pages[report].statements.len()).map(move |i| (report, i)))
            .filter(|&(report, i)| says(&ask, &pages[report], i))
            .collect();
        let tell = |choices: &[Choice]| -> Vec<(usize, usize)> {
            let found = explorer.statements_parsed(&node, choices).into_iter();
            let found: Vec<_> = found.map(|(report, i)| (report.0 as usize, i)).collect();
            let answer = explorer.answer_parsed(&node, choices, None);
            assert_eq!(answer.statements, found.len(), "{text:?}");
            found
        };
        assert_eq!(tell(&[]), said, "statements of {text:?} as {ask:?}");
        let is_task = |&&(report, i): &&(usize, usize)| corpus.reports[report].statements[i].role.as_str() == "task";
        let task = Choice { facet: Facet::Role, value: "task".to_owned(), exclude: false };
        let tasks: Vec<(usize, usize)> = said.iter().filter(is_task).copied().collect();
        assert_eq!(tell(&[task]), tasks, "tasks of {text:?}");

        // How often words and phrases stand there is counted the same way.
        if let Ask::Word(_) | Ask::Phrase(_) = ask {
            for hit in &hits {
                let blocks = &pages[hit.report.0 as usize].blocks;
                let count: usize = blocks.iter().map(|(_, block)| stands(&ask, block).len()).sum();
                assert_eq!(hit.matches, count, "{text:?}");
            }
        }

        // A further facet only takes away, and what a scan of the answer would take away.
        let task = |i: &&usize| corpus.reports[**i].statements.iter().any(|s| s.role.as_str() == "task");
        let choice = Choice { facet: Facet::Role, value: "task".to_owned(), exclude: false };
        let narrowed = explorer.answer_parsed(&node, &[choice], None).hits.len();
        assert_eq!(narrowed, expected.iter().filter(task).count(), "{text:?} with role task");
    }
    assert!(telling > queries / 4, "only {telling} of {queries} queries tell reports apart");
}

fn seeds() -> Vec<Report> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let read = |path: &std::path::PathBuf| {
        soi::parse(&path.file_stem().unwrap().to_string_lossy(), &std::fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

/// Texts of few syllables that share their keys, so that every toning meets every other.
fn invented(dice: &mut Dice) -> Vec<Report> {
    const SYLLABLES: [&str; 26] = [
        "đảng",
        "dạng",
        "đang",
        "dáng",
        "bộ",
        "bổ",
        "bò",
        "khối",
        "khỏi",
        "uỷ",
        "ủy",
        "hoà",
        "hòa",
        "quý",
        "quỹ",
        "viên",
        "Viện",
        "2.397",
        "67,77%",
        "16-CT/TU",
        "vie\u{302}\u{323}t",
        "Đảng",
        "\u{d0}ảng",
        "cán,",
        "bộ.",
        "B52",
    ];
    let mut line = |most: usize| {
        let len = 3 + dice.roll(most);
        (0..len).map(|_| dice.pick(&SYLLABLES)).collect::<Vec<_>>().join(" ")
    };
    (0..130).map(|i| soi::parse(&format!("i{i}"), &[line(6), line(20), line(30), line(12)].join("\n"))).collect()
}

#[test]
fn on_the_seeds() {
    check(seeds(), 200, 11);
}

#[test]
fn on_invented_texts() {
    check(invented(&mut Dice(5)), 400, 23);
}

#[test]
fn on_the_seeds_and_their_sentences() {
    // Each sentence as a page of its own: small pages tell an index that leaks over their ends.
    let mut reports = seeds();
    let parts: Vec<String> =
        reports.iter().flat_map(|r| &r.statements).map(|s| s.quote.as_str().replacen(", ", ".\n", 2)).collect();
    reports.extend(parts.iter().enumerate().map(|(i, part)| soi::parse(&format!("p{i}"), part)));
    check(reports, 300, 31);
}
