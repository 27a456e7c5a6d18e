//! Words that the pages about one person, body, instrument or subject share.

catalogue! { about;
    all: "Tất cả", "All:";
    set_files: "Các báo cáo đang chọn", "The reports shown";
    facts: "Mọi dữ kiện (JSONL)", "All facts (JSONL)";
    computing: "Đang tính…", "Working…";
    missing: "Các báo cáo đang chọn không nêu đối tượng này.", "The reports shown do not name this.";
    drawn: "Hiện", "Shown:";
    sentences: "Các câu", "Sentences";
    sentences_count: "câu", "sentences";
    keep: "Chỉ giữ các báo cáo này", "Keep only these reports";
    name: "Tên", "Name";
    kind: "Loại", "Kind";
    number: "Số hiệu", "Number";
    issuer: "Cơ quan ban hành", "Issuer";
    date: "Ngày", "Date";
    topic: "Nội dung", "Topic";
    citations: "Câu viện dẫn", "Citations";
    reports: "Báo cáo", "Reports";
    report: "Báo cáo", "Report";
    mentions: "Lần nêu", "Mentions";
    forms: "Cách viết", "Written as";
    reason: "Căn cứ nhận diện", "Taken for one because";
    told: "theo lời người đọc", "a reader says so";
    body: "Tổ chức", "Body";
    meeting: "Cuộc họp", "Meeting";
    meetings: "Cuộc họp", "Meetings";
    place: "Nơi họp", "Place";
    act: "Việc làm", "Did";
    post: "Chức vụ", "Post";
    level: "Cấp", "Level";
    sentence: "Cùng câu", "Same sentence";
    together: "Cùng báo cáo", "Same report";
    directives: "Văn bản được viện dẫn", "Instruments cited";
    cited: "Ai viện dẫn, khi nào", "Who cites it, and when";
    timeline: "Viện dẫn theo thời gian", "Citations over time";
    timeline_hint: "Mỗi điểm là một báo cáo; chọn để đọc câu viện dẫn đầu tiên.",
        "Each dot is a report; choose it to read its first citation.";
    cited_with: "Được viện dẫn cùng", "Cited with it";
    people: "Những người được nêu tên", "People named";
    posts: "Chức vụ theo thời gian", "Posts over time";
    attended: "Tại các cuộc họp", "At meetings";
    company: "Cùng có mặt", "Present together";
    company_hint: "Những người có việc làm được ghi tại cùng cuộc họp.",
        "People of whom the same report says what they did at the meeting.";
    bodies: "Các tổ chức được nêu tên", "Bodies named";
    tree: "Vị trí trong hệ thống", "Place in the hierarchy";
    tree_hint: "Trung ương, rồi từng tỉnh theo cấp; tổ chức trực thuộc đứng dưới tổ chức mà tên của nó kết thúc bằng tên ấy.",
        "The centre, then province by province and level by level; under a body those whose name ends with its name.";
    centre: "Trung ương", "Centre";
    elsewhere: "Chưa rõ tỉnh", "No known province";
    no_level: "Chưa rõ cấp", "No known level";
    above: "Trực thuộc", "Under";
    below: "Tổ chức bên dưới", "Bodies below";
    held: "Các cuộc họp do tổ chức này tổ chức", "Meetings that it held";
    posts_there: "Những người giữ chức vụ", "Who holds posts there";
    named_with: "Được nêu cùng câu", "Named in the same sentence";
    measures: "Số liệu của tổ chức này", "Its measures";
    network: "Mạng lưới quanh đây", "Network around it";
    net_title: "Được nêu cùng nhau", "Named together";
    net_hint: "Chọn một nút để xem quanh nút ấy; đường càng đậm càng nhiều câu.",
        "Choose a node to see around it; a thicker line is more sentences.";
    net_none: "Không có hai đối tượng nào được nêu trong cùng một câu.", "No two are named in one sentence.";
    net_one: "Một", "One";
    net_other: "Và", "And";
    net_weight: "Số câu", "Sentences";
    net_first: "Câu đầu tiên", "First sentence";
    open_page: "Mở trang", "Open its page";
}
