//! Markup as text. What has hundreds of small elements — a picture, a table, a sheet — is handed to the browser at
//! once, which costs it a fraction of making them one by one. What a report says gets in as text only, escaped; what is
//! markup is the program's own; only `src/parts/drawn.rs` gives it to the page, whose policy (`src/boot.mjs`) looks again.

/// Elements, written out.
#[derive(Debug, Clone, Default)]
pub struct Markup(String);

impl Markup {
    /// Adds markup of the program's own.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds a text, for an element or between the quotes of an attribute. `=` and `:` are written as references too:
    /// the policy refuses markup in which something could run, by words that a report may hold as well.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let mut from = 0;
        for (at, sign) in text.char_indices() {
            let written = match sign {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '=' => "&#61;",
                ':' => "&#58;",
                _ => continue,
            };
            self.0.push_str(&text[from..at]);
            self.0.push_str(written);
            from = at + 1;
        }
        self.0.push_str(&text[from..]);
        self
    }

    /// Adds an attribute to the tag that is being written.
    pub fn attribute(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// Adds an attribute that may not be there.
    pub fn maybe(&mut self, name: &'static str, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// Adds a text, as a link where it leads somewhere; `with` is what the link has besides.
    pub fn link(&mut self, with: &[(&'static str, Option<&str>)], href: Option<&str>, text: &str) -> &mut Self {
        let Some(href) = href else { return self.text(text) };
        self.raw("<a");
        for &(name, value) in with {
            self.maybe(name, value);
        }
        self.attribute("href", href).raw(">").text(text).raw("</a>")
    }

    /// What is written.
    pub fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_report_says_is_no_markup() {
        let mut out = Markup::default();
        out.raw("<p").attribute("title", "\"><script>alert(1)</script>").maybe("lang", None).raw(">");
        out.text("Đảng bộ <b onclick=x> & javascript: onload =").raw("</p>");
        out.link(&[("class", Some("a")), ("title", None)], Some("?q=\"&x"), "<i>");
        out.link(&[], None, "'");
        assert_eq!(
            out.into_string(),
            "<p title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">Đảng bộ &lt;b onclick&#61;x&gt; &amp; \
             javascript&#58; onload &#61;</p><a class=\"a\" href=\"?q&#61;&quot;&amp;x\">&lt;i&gt;</a>'"
        );
    }
}
