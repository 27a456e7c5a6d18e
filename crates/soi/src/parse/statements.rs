//! Statements: every sentence of the body, with what it does in the report and the areas of work that it speaks of.

mod areas;
#[cfg(feature = "explain")]
mod explain;
mod roles;
mod weights;

use super::doc::Doc;
use super::periods::Review;
use crate::report::{Organisation, Statement};

/// Reads the statements of a page, in order.
pub(super) fn read(doc: &Doc, bodies: &[Organisation], review: Option<&Review>) -> Vec<Statement> {
    let body: Vec<_> = doc.sentences.iter().filter(|sentence| sentence.block.is_body()).collect();
    let signs = roles::signs(doc, &body, review.map(|review| review.this.as_str()));
    let roles = roles::read(&signs);
    let areas = areas::read(doc, &body, &roles, &signs, bodies);
    #[cfg(feature = "explain")]
    explain::note(doc, &body, &signs, &roles, &areas);
    body.iter()
        .zip(roles.iter().zip(areas))
        .map(|(sentence, (&role, areas))| Statement {
            quote: doc.text.quote(sentence.span),
            role,
            areas: areas::list(areas),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::doc::Line;
    use super::*;
    use crate::report::{Area, BlockKind, Role};
    use crate::text::{Span, Text, tokens};

    /// Every line of `text` as a paragraph.
    fn statements(text: &str) -> Vec<Statement> {
        let mut at = 0;
        let lines = text.split('\n').map(|line| {
            let span = Span::of(at, at + line.len());
            at += line.len() + 1;
            Line { kind: BlockKind::Paragraph, span }
        });
        let lines: Vec<Line> = lines.filter(|line| !line.span.is_empty()).collect();
        let text = Text::new(text);
        let tokens = tokens(&text);
        let (sentences, _) = super::super::sentences::read(&text, &lines, &tokens);
        let doc = Doc::new(text, tokens, lines, sentences, None);
        read(&doc, &super::super::organisations::read(&doc), None)
    }

    #[track_caller]
    fn check(text: &str, expected: &[Role]) {
        let roles: Vec<_> = statements(text).iter().map(|s| s.role).collect();
        assert_eq!(roles, expected, "{text}");
    }

    #[test]
    fn a_turn_holds_for_the_sentences_that_follow() {
        use Role::*;
        check(
            "Ngày 5/7, Đảng bộ Khối tổ chức hội nghị sơ kết công tác 6 tháng đầu năm.\n\
             6 tháng qua, công tác phát triển đảng viên được quan tâm. Thực hiện tốt công tác kiểm tra, giám sát.\n\
             Tuy nhiên, việc sinh hoạt chuyên đề ở một số chi bộ còn chậm. Chất lượng sinh hoạt chưa cao.\n\
             Thời gian tới, Đảng ủy yêu cầu các chi bộ khắc phục hạn chế. Đẩy mạnh công tác tuyên truyền.",
            &[Context, Result, Result, Shortcoming, Shortcoming, Task, Task],
        );
    }

    #[test]
    fn areas_are_of_what_is_said_and_not_of_names() {
        use Area::*;
        for (text, expected) in [
            ("Cụm thi đua số 5 đã phối hợp chặt chẽ, đạt kết quả tốt.", &[][..]),
            ("Đảng bộ luôn quan tâm công tác xây dựng Đảng.", &[]),
            ("Cán bộ, đảng viên đã chấp hành tốt.", &[]),
            ("Công tác kiểm tra, giám sát được tăng cường.", &[Inspection]),
            ("Đã phòng, chống suy thoái về tư tưởng, đạo đức, lối sống.", &[AntiCorruption]),
            ("Kết nạp 12 đảng viên; chất lượng sinh hoạt chi bộ được nâng lên.", &[Organisation, Members]),
            ("Việc thực hiện Chỉ thị 05 đạt kết quả tốt.", &[Ideology]),
            ("Ngày 5/7, Đảng ủy tổ chức hội nghị sơ kết công tác dân vận.", &[]),
            ("Ông Lê Văn Hà là Chi cục trưởng Chi cục Bảo vệ môi trường tỉnh.", &[]),
            ("Quốc hội đã đồng ý cho ông Lê Văn Hà thôi nhiệm vụ đại biểu.", &[Cadres]),
            ("Một số đảng viên đã góp ý vào dự thảo.", &[]),
            ("Các cấp đã kiểm tra 350 đảng viên, thi hành kỷ luật 12 đảng viên.", &[Inspection]),
            ("Trong 6 tháng đầu năm 2017, Đảng bộ phường đã hoàn thành nhiệm vụ.", &[]),
            ("Đã thực hiện tốt nghị quyết đại hội Đảng các cấp.", &[]),
            ("Chi bộ đã quan tâm tạo nguồn đảng viên.", &[Members]),
            ("Đảng bộ đã tổ chức hội nghị và tổ chức đoàn công tác.", &[]),
        ] {
            assert_eq!(statements(text)[0].areas, expected, "{text}");
        }
    }

    #[test]
    fn the_same_work_and_the_same_directive_go_on() {
        let cited = "Thực hiện Chỉ thị 05, nhiều nơi đã có cách làm hay. Học theo Chỉ thị 05 đã thành nếp. \
                     Chỉ thị 05 đã đi vào cuộc sống.";
        let found = statements(&format!("{cited} Việc triển khai Chỉ thị này đã giúp chi bộ vững mạnh."));
        assert_eq!(found[3].areas, [Area::Ideology]);
        let found = statements("Đã đẩy mạnh công tác kiểm tra, giám sát. Tuy nhiên, công tác này vẫn còn qua loa.");
        assert_eq!(found[1].areas, [Area::Inspection]);
    }

    #[test]
    fn a_syllable_inside_another_word_is_no_sign() {
        use Role::*;
        let start = "Năm qua, Đảng bộ đã hoàn thành nhiệm vụ.";
        for (text, expected) in [
            ("Công tác hậu cần được triển khai toàn diện.", Result),
            ("Thiếu tướng Lê Văn Hà đã đạt nhiều thành tích.", Result),
            ("Mặc dù gặp nhiều khó khăn, Đảng bộ đã hoàn thành các chỉ tiêu.", Result),
            ("Thanh thiếu nhi và trang thiết bị được quan tâm, đạt kết quả tốt.", Result),
        ] {
            check(&format!("{start} {text}"), &[Result, expected]);
        }
    }

    #[test]
    fn a_heading_settles_the_lines_below_it() {
        use Role::*;
        check(
            "Kết quả đạt được\n- Nội bộ đoàn kết, thống nhất.\nII. Tồn tại, hạn chế\n\
             - Công tác tuyên truyền có lúc còn hình thức.\n3. Nhiệm vụ năm 2019\n1. Tiếp tục đổi mới sinh hoạt chi bộ.",
            &[Other, Result, Other, Shortcoming, Other, Task],
        );
    }

    #[test]
    fn the_year_after_the_one_reviewed_brings_tasks() {
        use Role::*;
        check(
            "Năm 2018, Đảng bộ đã kết nạp 40 đảng viên.\nNăm 2018 cũng là năm đoàn thể hoạt động có hiệu quả.\n\
             Trong năm 2019, Đảng ủy tiếp tục đổi mới phương thức lãnh đạo. Tăng cường công tác kiểm tra.",
            &[Result, Result, Task, Task],
        );
    }

    #[test]
    fn those_who_debate_are_context_though_they_name_faults() {
        use Role::*;
        check(
            "Công tác cán bộ đạt nhiều kết quả.\n\
             Tại hội nghị, các đại biểu đã thảo luận, làm rõ nguyên nhân của những tồn tại, hạn chế.",
            &[Result, Context],
        );
    }

    #[test]
    fn who_praises_and_then_reminds_gives_tasks() {
        use Role::*;
        check("Ghi nhận và đánh giá cao kết quả của Đoàn Khối, đồng chí lưu ý Đoàn Khối cần năng động hơn.", &[Task]);
        check("Tập trung tổ chức đại hội chi bộ; đẩy mạnh học tập nghị quyết; tiếp tục đổi mới hoạt động", &[Task]);
        check("Anh Hà phải chờ cả ngày ở bến xe.", &[Context]);
        check(
            "Hội nghị cũng nhìn nhận một số mặt hạn chế như: sinh hoạt chuyên đề chưa nhiều, công tác thảo luận còn chung chung.",
            &[Shortcoming],
        );
        check("Những tháng còn lại của năm, Đảng ủy thực hiện chương trình kiểm tra.", &[Task]);
        check("Trung đoàn vừa tổ chức hội nghị gặp mặt, biểu dương, khen thưởng các cá nhân tiêu biểu.", &[Context]);
        check("Nhìn chung, công tác chuẩn bị đại hội khá chu đáo, chặt chẽ từ khâu văn kiện.", &[Result]);
        check("Hiện, toàn Đảng bộ có 7 chi bộ với 122 đảng viên.", &[Context]);
        check(
            "Năm 2019, công tác kiểm tra được các cấp quan tâm, đạt kết quả tốt.\nNăm 2020, cấp ủy các cấp tiếp tục học tập.",
            &[Result, Task],
        );
        check("Hội nghị đã được quán triệt một số nghị quyết, quy định của Bộ Chính trị.", &[Context]);
        check("Đảng ủy đã đưa ra nhiều giải pháp nhưng việc triển khai chưa quyết liệt.", &[Shortcoming]);
        check(
            "Năm qua, Đảng bộ đã kết nạp 40 đảng viên. Năm tới, Đảng bộ phấn đấu kết nạp 150 đảng viên, 90% chi bộ hoàn \
             thành tốt nhiệm vụ. Thu ngân sách đã tăng 12%, nhờ sự phấn đấu của các ngành.",
            &[Result, Task, Result],
        );
        check("Trong điều kiện còn nhiều khó khăn, Đảng bộ đã nỗ lực phấn đấu, đạt nhiều kết quả tích cực.", &[Result]);
        check("Để nâng cao chất lượng cán bộ, cấp ủy đã cụ thể hóa đề án, mở nhiều lớp bồi dưỡng.", &[Result]);
        check("Để nâng cao chất lượng cán bộ, cấp ủy tập trung mở các lớp bồi dưỡng.", &[Task]);
        check("Sáng 7/2, Bí thư Thành ủy đã có buổi làm việc với quận nhằm tháo gỡ khó khăn.", &[Context]);
        check("Hội nghị đã tán thành các nhiệm vụ trọng tâm về xây dựng Đảng.", &[Context]);
        check("Năm 2018 là năm có ý nghĩa quan trọng trong thực hiện nghị quyết đại hội đã đề ra.", &[Context]);
        check(
            "Công tác kiểm tra đạt kết quả tốt. Tuy nhiên, tỷ lệ đảng viên dự học chỉ đạt 78%, thấp hơn chỉ tiêu đề ra.",
            &[Result, Shortcoming],
        );
        check(
            "Chiều 11/1, Đảng ủy Khối tổ chức hội nghị. Phát biểu tại hội nghị, đồng chí Hà ghi nhận những kết quả đạt được.",
            &[Context, Result],
        );
        check("Bên cạnh đó, đồng chí chỉ ra những tồn tại, hạn chế của ngành trong công tác.", &[Shortcoming]);
        check("Thời gian tới cần tổ chức tốt đại hội. Đại hội cấp trên hoàn thành trước 31/3/2018.", &[Task, Task]);
    }

    #[test]
    fn what_lies_ahead_is_told_in_many_ways() {
        use Role::*;
        let start = "Năm qua, Đảng bộ đã hoàn thành nhiệm vụ, công tác kiểm tra đạt kết quả tốt.";
        for (text, expected) in [
            ("Hai địa phương sẽ tiếp tục hỗ trợ, tạo điều kiện để các chi bộ đẩy mạnh phong trào.", Task),
            ("Đoàn công tác sẽ kiểm tra việc quy hoạch và luân chuyển cán bộ, chất lượng chi bộ.", Task),
            ("Chủ tịch giao Bộ Tài chính rà soát kế hoạch, chương trình của các địa phương.", Task),
            ("Năm 2018 là năm có ý nghĩa quan trọng đối với nhiệm vụ mà đại hội đã đề ra.", Context),
            ("Tại hội nghị, thay mặt Đảng ủy, đồng chí Hà báo cáo kết quả công tác năm.", Context),
            ("Hội nghị cũng thẳng thắn chỉ ra những mặt còn yếu trong công tác.", Shortcoming),
            ("Ngành đã hạn chế, kiểm soát được tình trạng này trên địa bàn.", Result),
        ] {
            check(&format!("{start} {text}"), &[Result, expected]);
        }
        check("Thành phố vừa ban hành kế hoạch công tác dân vận.\nẢnh minh họa.", &[Result, Other]);
    }

    #[test]
    fn what_is_asked_for_is_no_fault() {
        use Role::*;
        let start = "Năm qua, Đảng bộ đã hoàn thành nhiệm vụ, công tác kiểm tra đạt kết quả tốt.";
        for (text, expected) in [
            ("Tuy nhiên, đồng chí Hà đề nghị huyện làm kỹ các bước của hồ sơ.", Task),
            ("Nhờ tập trung khai thác thế mạnh của rừng và biển, huyện đã có bước chuyển biến tích cực.", Result),
            ("Kỳ họp là dịp để huyện nhìn lại chặng đường và đề ra nhiệm vụ thời gian tới.", Context),
            ("Xưởng đã phải dừng máy, đến nay đã hoạt động trở lại.", Result),
        ] {
            check(&format!("{start} {text}"), &[Result, expected]);
        }
    }

    #[test]
    fn those_concerned_and_the_ways_of_a_name_are_no_areas() {
        use Area::*;
        for (text, expected) in [
            ("Phố xá khang trang, quy hoạch gọn gàng, đã tạo niềm vui cho mọi người.", &[][..]),
            ("Đã làm tốt việc quy hoạch cán bộ.", &[Cadres]),
            ("Toàn Đảng, toàn dân và toàn quân đã một lòng tin tưởng.", &[]),
            ("Các trường hợp khác đã được xem xét, xử lý.", &[]),
            ("Từ ngày đổi mới và phát triển, Đảng bộ huyện đã trưởng thành.", &[]),
        ] {
            assert_eq!(statements(text)[0].areas, expected, "{text}");
        }
    }

    #[test]
    fn what_states_nothing_is_other() {
        check("Nhiệm vụ 6 tháng cuối năm 2019.", &[Role::Other]);
        check("Toàn cảnh hội nghị.", &[Role::Other]);
        check("Phương hướng, nhiệm vụ 6 tháng cuối năm:", &[Role::Other]);
    }
}
