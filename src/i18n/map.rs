//! Words of the map.

catalogue! { map;
    title: "Báo cáo theo tỉnh, thành phố", "Reports by province";
    hint: "Càng đậm càng nhiều báo cáo nêu tên; chọn một tỉnh để lọc.",
        "The stronger, the more reports name it; choose a province to filter.";
    merged: "Số của các tỉnh cũ được cộng vào tỉnh mới.", "Counts of the old provinces are carried over to the new.";
    source: "Ranh giới: Natural Earth, giản lược; Hoàng Sa, Trường Sa vẽ trong khung riêng, không theo tỷ lệ; không vẽ các đảo nhỏ khác.",
        "Boundaries: Natural Earth, simplified; Hoàng Sa (Paracels) and Trường Sa (Spratlys) in boxes of their own, not to scale; other small islands are not drawn.";
    province: "Tỉnh, thành phố", "Province";
    members: "Gồm", "Made of";
    count: "Báo cáo", "Reports";
    total: "Cả kho", "Whole corpus";
    most: "Được nêu nhiều nhất", "Named most";
}
