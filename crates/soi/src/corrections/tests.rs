use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use super::*;
use crate::corpus::Corpus;
use crate::explore::Explorer;
use crate::filter::{Choice, Selection};
use crate::link::{Reason, ToldById};

const PAGE: &str = "Chi bộ A sơ kết\n\nNgày: 1/7/2018\n\nTrang chủ\n\nĐồng chí Lê Văn Ân, Bí thư Chi bộ, dự. \
                    Đồng chí Văn Ân phát biểu. Năm 2018, chi bộ kết nạp 30 đảng viên tại xã Hòa Bình.\n";

fn report(id: &str) -> Report {
    crate::parse(id, PAGE)
}

/// A line at the first place of these words in [`PAGE`].
fn line(words: &str, rest: &str) -> String {
    let start = PAGE.find(words).expect("words of the page");
    format!(
        "{{\"report\":\"a\",\"text\":\"{:016x}\",\"at\":[{start},{}],\"quote\":{},{rest}}}",
        checksum(PAGE),
        start + words.len(),
        json!(words)
    )
}

#[track_caller]
fn corrected(lines: &[String]) -> (Report, Vec<Outcome>) {
    let (known, strange) = read(&lines.join("\n"));
    assert_eq!(strange, [0; 0], "{lines:#?}");
    let mut reports = vec![report("a")];
    let (outcomes, _) = correct(&mut reports, known);
    let report = reports.remove(0);
    let quotes = quoted_words(&report);
    assert!(quotes.iter().all(|(at, words)| report.source[at.range()] == *words), "quotes are of the source");
    (report, outcomes)
}

fn quoted_words(report: &Report) -> Vec<(Span, String)> {
    let facts = crate::annotate::Fact::all(report);
    let quotes = facts.flat_map(|fact| fact.quotes(report).to_vec());
    quotes.chain(report.statements.iter().map(|s| s.quote.clone())).map(|q| (q.span(), q.as_str().to_owned())).collect()
}

fn names(report: &Report) -> Vec<&str> {
    report.people.iter().map(|person| person.name.as_str()).collect()
}

#[test]
fn a_wrong_fact_goes_a_fact_changes_and_a_missing_one_comes() {
    let before = report("a");
    assert_eq!(before.measures.len(), 1, "{:?}", before.measures);
    let wrong = before.measures[0].quote.as_str().to_owned();
    let (after, outcomes) = corrected(&[line(&wrong, r#""do":"remove","list":"measures""#)]);
    assert_eq!((after.measures.len(), outcomes), (0, vec![Outcome::Applied]));

    let (after, outcomes) =
        corrected(&[line(&wrong, r#""do":"set","list":"measures","fields":{"value":31,"role":"target"}"#)]);
    assert_eq!(outcomes, [Outcome::Applied]);
    assert_eq!((after.measures[0].value, after.measures[0].role.as_str()), (31.0, "target"));
    assert_eq!(after.measures[0].quote, before.measures[0].quote);

    let (after, outcomes) = corrected(&[
        line("Trang chủ", r#""do":"add","list":"organisations","fields":{"level":"cơ sở"}"#),
        line("Hòa Bình", r#""do":"remove","list":"places""#),
        line("Hòa Bình", r#""do":"add","list":"places","fields":{"kind":"tỉnh"}"#),
        line(
            "Đồng chí Văn Ân phát biểu.",
            r#""do":"set","list":"statements","fields":{"role":"task","areas":["tư tưởng"]}"#,
        ),
        line("Chi bộ A sơ kết", r#""do":"set","list":"report","fields":{"published":"2019","title":"Họp"}"#),
    ]);
    assert!(outcomes.iter().all(|outcome| outcome.holds()), "{outcomes:?}");
    assert!(after.organisations.iter().any(|body| body.name == "Trang chủ" && body.level.is_some()));
    let place = after.places.iter().find(|place| place.name == "Hòa Bình").expect("the added place");
    assert_eq!((place.kind.as_str(), place.code.as_deref()), ("tỉnh", Some("VN-14")));
    assert_eq!((after.published.as_deref(), after.title.as_deref()), (Some("2019"), Some("Họp")));
    assert!(after.statements.iter().any(|s| s.role.as_str() == "task" && s.areas.len() == 1));
}

#[test]
fn a_sentence_that_is_told_takes_the_place_of_what_was_there() {
    let before = report("a");
    let count = before.statements.len();
    let (after, outcomes) =
        corrected(&[line("dự. Đồng chí Văn Ân", r#""do":"add","list":"statements","fields":{"role":"result"}"#)]);
    assert_eq!(outcomes, [Outcome::Applied]);
    let said: Vec<&str> = after.statements.iter().map(|s| s.quote.as_str()).collect();
    assert!(said.contains(&"dự. Đồng chí Văn Ân") && said.contains(&"phát biểu."), "{said:?}");
    assert_eq!(said.len(), count + 1);
    assert!(after.statements.windows(2).all(|two| two[0].quote.span().end <= two[1].quote.span().start));
}

#[test]
fn another_kind_of_line_is_parsed_again_and_other_corrections_hold_after_it() {
    let before = report("a");
    let paragraph = before.blocks.iter().find(|b| b.kind == BlockKind::Paragraph).expect("the text").quote.as_str();
    let chrome = before.blocks.iter().find(|b| b.quote.as_str() == "Trang chủ").expect("the menu");
    assert_eq!(chrome.kind, BlockKind::Chrome);
    let (after, outcomes) = corrected(&[
        line("Lê Văn Ân", r#""do":"set","list":"people","fields":{"name":"Lê Ân"}"#),
        line("Trang chủ", r#""do":"block","kind":"paragraph""#),
    ]);
    assert_eq!(outcomes, [Outcome::Applied, Outcome::Applied]);
    assert!(after.statements.iter().any(|s| s.quote.as_str() == "Trang chủ"));
    assert_eq!(names(&after)[0], "Lê Ân");
    let (after, outcomes) = corrected(&[
        line(paragraph, r#""do":"block","kind":"chrome""#),
        line("Lê Văn Ân", r#""do":"set","list":"people","fields":{"name":"Lê Ân"}"#),
    ]);
    assert_eq!(outcomes, [Outcome::Applied, Outcome::Missing]);
    assert!(after.people.is_empty() && after.statements.is_empty());
}

#[test]
fn two_names_of_one_report_become_one_and_one_becomes_two() {
    let second = PAGE.find("Văn Ân phát").expect("words");
    let at = format!("[{second},{}]", second + "Văn Ân".len());
    let there = format!("{{\"report\":\"a\",\"at\":{at},\"quote\":\"Văn Ân\"}}");
    let before = report("a");
    let two = before.people.len() == 2;
    let mut lines = Vec::new();
    if !two {
        lines.push(line("Lê Văn Ân", &format!("\"do\":\"apart\",\"list\":\"people\",\"other\":{there}")));
        let (after, outcomes) = corrected(&lines);
        assert_eq!(outcomes, [Outcome::Applied], "{:?}", before.people);
        assert_eq!(after.people.len(), 2);
    }
    lines.push(line("Lê Văn Ân", &format!("\"do\":\"same\",\"list\":\"people\",\"other\":{there}")));
    let (after, outcomes) = corrected(&lines);
    assert_eq!(outcomes.last(), Some(&Outcome::Applied));
    assert_eq!(names(&after), ["Lê Văn Ân"]);
    assert_eq!(after.people[0].mentions.len(), 2);
}

#[test]
fn what_fits_no_more_is_told_and_not_guessed() {
    let set = r#""do":"set","list":"people","fields":{"name":"X"}"#;
    let (known, _) = read(&line("Lê Văn Ân", set));
    let outcome = |page: &str, id: &str| {
        let mut reports = vec![crate::parse(id, page)];
        let before = reports[0].clone();
        let (outcomes, _) = correct(&mut reports, known.clone());
        assert_eq!(reports[0] != before, outcomes[0] <= Outcome::Moved);
        outcomes[0]
    };
    assert_eq!(outcome(PAGE, "a"), Outcome::Applied);
    assert_eq!(outcome(PAGE, "renamed"), Outcome::Applied, "the text is the same");
    assert_eq!(outcome(&format!("Tin mới\n{PAGE}"), "a"), Outcome::Moved);
    assert_eq!(outcome(&PAGE.replace("Lê Văn Ân", "Lê Ân"), "a"), Outcome::Gone);
    assert_eq!(outcome(&format!("Tin mới\n{PAGE}{PAGE}"), "a"), Outcome::Gone, "twice elsewhere");
    assert_eq!(outcome("Chi bộ B họp.", "b"), Outcome::Absent);
    let outcome = |rest: &str| corrected(&[line("Lê Văn Ân", rest)]).1[0];
    assert_eq!(outcome(r#""do":"remove","list":"places""#), Outcome::Idle);
    assert_eq!(outcome(r#""do":"set","list":"places","fields":{"name":"X"}"#), Outcome::Missing);
    for bad in [
        r#""do":"set","list":"people","fields":{"name":7}"#,
        r#""do":"set","list":"people","fields":{"colour":"red"}"#,
        r#""do":"set","list":"people","fields":{"mentions":[]}"#,
        r#""do":"add","list":"measures""#,
        r#""do":"add","list":"periods","fields":{"start":"hôm qua"}"#,
        r#""do":"set","list":"report","fields":{"source":""}"#,
    ] {
        assert_eq!(outcome(bad), Outcome::Bad, "{bad}");
    }
}

#[test]
fn lines_are_written_as_they_were_read_and_strange_ones_are_counted() {
    let lines = [
        line("Trang chủ", r#""do":"block","kind":"lede""#),
        line("Lê Văn Ân", r#""do":"unmention","list":"people""#),
        line("Lê Văn Ân", r#""do":"set","list":"people","fields":{"name":"Lê \"Ân\""}"#),
        line("Lê Văn Ân", r#""do":"same","list":"people","other":{"report":"b","at":[1,4],"quote":"Ân"}"#),
    ];
    let (known, _) = read(&lines.join("\n"));
    let written: Vec<String> = known.iter().map(Correction::write).collect();
    assert_eq!(read(&written.join("\r\n")).0, known);
    let strange = "\u{feff}\n{}\n[1]\nxyz\n{\"report\":\"a\",\"do\":\"remove\",\"list\":\"report\"}\n{\"report\":\"a\",\"at\":[4,2],\"quote\":\"\",\"do\":\"remove\",\"list\":\"people\"}";
    assert_eq!(read(strange), (Vec::new(), vec![2, 3, 4, 5, 6]));
    for line in &lines {
        for at in (0..line.len()).filter(|&at| line.is_char_boundary(at)) {
            let _ = Correction::read(&line[..at]);
        }
    }
}

/// Whether a future that never waits is done.
fn now<T>(future: impl Future<Output = T>) -> T {
    match Box::pin(future).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("nothing waits"),
    }
}

#[test]
fn corrections_reach_the_search_the_facets_and_the_file() {
    let pages = [
        "Tin\n\nĐồng chí Trần Văn Bê dự.",
        "Tin\n\nĐồng chí Trần Bê dự.",
        "Tin\n\nNgày: 1/7/2018\n\nTrang chủ\n\nĐồng chí Trần Văn Bê dự.",
    ];
    let reports: Vec<Report> = pages.iter().enumerate().map(|(i, page)| crate::parse(&format!("r{i}"), page)).collect();
    let plain = Explorer::new(Arc::new(Corpus { reports: reports.clone() }));
    let place = |report: &Report| {
        let at = report.people[0].mentions[0].span();
        Place::of(report, at).expect("a place of the report")
    };
    let known = vec![
        Correction { place: place(&reports[0]), what: What::Same(List::People, place(&reports[1])) },
        Correction {
            place: place(&reports[0]),
            what: What::Set(List::People, [("positions".to_owned(), json!(["Bí thư"]))].into_iter().collect()),
        },
    ];
    let mut after = reports.clone();
    let (outcomes, told) = correct(&mut after, known);
    assert_eq!(outcomes, [Outcome::Applied; 2]);
    let replaced = after.iter().cloned().enumerate().filter(|(i, report)| *report != reports[*i]).collect();
    let corrected = now(plain.corrected(replaced, &told, async || ()));
    let at_once = Explorer::new_told(Arc::new(Corpus { reports: after.clone() }), &told);
    assert_eq!(corrected.encode(), at_once.encode());
    let read = Explorer::decode_to_write(&corrected.encode()).expect("just written");
    for explorer in [&corrected, &at_once, &read] {
        let people: Vec<_> =
            explorer.entities(Facet::Person).map(|p| (p.label().to_owned(), p.total(), p.reason())).collect();
        let one = people.iter().find(|(_, total, _)| *total >= 2).expect("one of two reports");
        assert_eq!((one.0.as_str(), one.2), ("Trần Văn Bê", Reason::Told), "{people:?}");
        let key =
            explorer.entities(Facet::Person).find(|p| p.total() >= 2).map(|p| p.key().to_owned()).expect("its key");
        let choices = vec![Choice { facet: Facet::Person, value: key, exclude: false }];
        let hits = explorer.answer(&Selection { choices, ..Selection::default() }).hits;
        assert!(hits.len() >= 2, "{hits:?}");
    }
    assert_eq!(read.encode(), corrected.encode(), "told links are written again");
    // A line that becomes text is found by search.
    let chrome = reports[2].blocks.iter().find(|b| b.quote.as_str() == "Trang chủ").expect("the line");
    let kind = BlockKind::Paragraph;
    let known = vec![Correction {
        place: Place::of(&reports[2], chrome.quote.span()).expect("a line"),
        what: What::Block(kind),
    }];
    let mut after = reports.clone();
    let (outcomes, told) = correct(&mut after, known);
    assert_eq!(outcomes, [Outcome::Applied]);
    let corrected = now(plain.corrected(vec![(2, after[2].clone())], &told, async || ()));
    let found = |explorer: &Explorer| {
        explorer.answer(&Selection { query: "\"trang chủ\"".to_owned(), ..Selection::default() }).hits.len()
    };
    assert_eq!((found(&plain), found(&corrected)), (0, 1));
    assert_eq!(corrected.encode(), Explorer::new(Arc::new(Corpus { reports: after })).encode());
}

#[test]
fn what_was_told_of_names_goes_with_the_file() {
    let bodies = [
        "Đồng chí Trần Văn Bê, Bí thư Tỉnh ủy Sóc Trăng, dự.",
        "Đồng chí Trần Bê dự.",
        "Đồng chí Trần Văn Bê, Bí thư Tỉnh ủy Sóc Trăng, dự.",
        "Đồng chí Lê Thị Cam dự.",
    ];
    let mut reports: Vec<Report> =
        bodies.iter().enumerate().map(|(i, body)| crate::parse(&format!("r{i}"), &format!("Tin\n\n{body}"))).collect();
    let place = |report: &Report| Place {
        text: None,
        ..Place::of(report, report.people[0].mentions[0].span()).expect("a place")
    };
    let known = vec![
        Correction { place: place(&reports[0]), what: What::Apart(List::People, place(&reports[2])) },
        Correction { place: place(&reports[0]), what: What::Same(List::People, place(&reports[1])) },
    ];
    let (outcomes, told) = correct(&mut reports, known);
    assert_eq!(outcomes, [Outcome::Applied; 2]);
    let shape = |explorer: &Explorer| -> Vec<_> {
        explorer.entities(Facet::Person).map(|p| (p.label().to_owned(), p.total(), p.reason())).collect()
    };
    let told_once = Explorer::new_told(Arc::new(Corpus { reports: reports.clone() }), &told);
    let expected = shape(&told_once);
    assert_eq!(expected.iter().map(|of| of.1).collect::<Vec<_>>(), [1, 2, 1], "{expected:?}");
    // Opened, written again, shown on a page, opened with others before it: the same names are one.
    let opened = Explorer::decode(&told_once.encode()).expect("just written");
    assert_eq!(shape(&opened), expected);
    assert_eq!(opened.encode(), told_once.encode());
    let page = Explorer::decode(&opened.encode_for_page(false)).expect("just written");
    assert_eq!(shape(&page), expected);
    let mut builder = crate::explore::Builder::new();
    builder.add(crate::parse("r", "Tin\n\nĐồng chí Phan Văn Dương dự."));
    let ids: Vec<String> = reports.iter().map(|report| report.id.clone()).collect();
    builder.tell(page.told().into_iter().filter_map(|told| ToldById::new(told, &ids)));
    builder.tell(ToldById::new(told[0], &["r0", "none", "gone"].map(str::to_owned)));
    reports.iter().for_each(|report| builder.add(report.clone()));
    let mut arrived = crate::index::file::Arrived::default();
    arrived.push(&Corpus { reports: builder.reports().to_vec() }.encode()).expect("just encoded");
    let findings = builder.findings();
    let joined = now(crate::index::file::join(arrived, &findings, async || ())).expect("joins");
    let bytes =
        [Corpus { reports: builder.reports()[..2].to_vec() }, Corpus { reports: builder.reports()[2..].to_vec() }]
            .map(|corpus| corpus.encode());
    let assembled = crate::index::file::assemble(&bytes, &findings).expect("put together");
    let assembled = Explorer::decode(&assembled).expect("just put together");
    assert_eq!(assembled.encode(), joined.encode());
    for grown in [joined, assembled, builder.finish()] {
        let people: Vec<_> = shape(&grown).into_iter().filter(|of| of.0 != "Phan Văn Dương").collect();
        assert_eq!(people, expected);
    }
    // Taken back by the one who has the file now.
    let apart = Told { same: false, ..*told.iter().find(|told| told.same).expect("one was") };
    let again = now(opened.corrected(Vec::new(), &[opened.told(), vec![apart]].concat(), async || ()));
    assert_eq!(again.entities(Facet::Person).map(|p| p.total()).max(), Some(1));
}

#[test]
fn one_that_is_told_apart_is_another_in_every_report_but_its_own() {
    let page = "Tin\n\nTại tỉnh Sóc Trăng, đồng chí Trần Văn Bê, Bí thư Tỉnh ủy, dự.";
    let mut reports: Vec<Report> = ["r0", "r1"].map(|id| crate::parse(id, page)).into();
    reports[1].source = reports[1].source.clone();
    let place = |report: &Report| Place {
        text: None,
        ..Place::of(report, report.people[0].mentions[0].span()).expect("a place")
    };
    let known = vec![Correction { place: place(&reports[0]), what: What::Apart(List::People, place(&reports[1])) }];
    let people = |reports: &[Report], told: &[Told]| {
        Explorer::new_told(Arc::new(Corpus { reports: reports.to_vec() }), told).entities(Facet::Person).count()
    };
    assert_eq!(people(&reports, &[]), 1);
    let (outcomes, told) = correct(&mut reports, known);
    assert_eq!(outcomes, [Outcome::Applied]);
    assert_eq!(people(&reports, &told), 2);
}
