//! Words of the view of words. What each figure means and where it comes from is said under its heading.

catalogue! { word_figures;
    frequency: "Tần suất âm tiết", "Frequencies of syllables";
    frequency_hint: "Tỷ lệ trên 1.000 âm tiết. Độ phân tán DP (Gries 2008): 0 là rải đều, gần 1 là dồn vào một chỗ.",
        "Rates per 1,000 syllables. Dispersion DP (Gries 2008): 0 is even, near 1 is all in one place.";
    ngrams: "Cụm hai đến bốn âm tiết", "Runs of two to four syllables";
    ngrams_hint: "Các cụm đứng liền nhau từ hai lần trở lên trong các báo cáo đang chọn.",
        "Runs that stand twice or more in the reports shown.";
    counting: "Đang đếm các cụm…", "Counting the runs…";
    stopped: "Đã dừng đếm.", "The counting was stopped.";
    count_again: "Đếm lại", "Count again";
    collocates: "Từ đi cùng", "Collocates of";
    collocates_hint: "Trong khoảng năm âm tiết mỗi bên. Log-likelihood G² (Dunning 1993); logDice (Rychlý 2008), tối đa 14.",
        "Within five syllables on either side. Log-likelihood G² (Dunning 1993); logDice (Rychlý 2008), at most 14.";
    keyness: "Từ khóa của các báo cáo đang chọn so với phần còn lại", "Keywords of the reports shown against the rest";
    keyness_hint: "G² từ 10,83 trở lên: ngẫu nhiên một phần nghìn (Rayson và Garside 2000). Mức lệch: log₂ tỷ số hai tỷ lệ (Hardie 2014), 1 là gấp đôi.",
        "G² of 10.83 or more: one chance in a thousand (Rayson and Garside 2000). Effect: log₂ of the ratio of the rates (Hardie 2014), 1 is twice the rate.";
    word: "Âm tiết", "Syllable";
    run: "Cụm", "Run";
    length: "Độ dài", "Length";
    count: "Số lần", "Count";
    rate: "Trên 1.000", "Per 1,000";
    reports: "Số báo cáo", "Reports";
    dispersion: "DP", "DP";
    together: "Cùng nhau", "Together";
    log_likelihood: "G²", "G²";
    log_dice: "logDice", "logDice";
    rest: "Phần còn lại", "Rest";
    rest_rate: "Trên 1.000 (còn lại)", "Per 1,000 (rest)";
    effect: "Mức lệch", "Effect";
    no_ngram: "Các báo cáo đang chọn chưa đủ chữ cho bảng này.", "The reports shown have too few words for this table.";
    no_search: "Nhập một từ vào ô tìm kiếm để xem các từ đi cùng.", "Type a word in the search box to see its company.";
    no_rest: "Đang chọn cả kho nên không có phần còn lại để so; hãy lọc hoặc tìm hẹp hơn.",
        "The whole corpus is shown, so there is no rest to set it against; filter or search more narrowly.";
}
