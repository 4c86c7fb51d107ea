//! Fields of an article under the names that exports give them, in Vietnamese and English.

use calendar::{Date, PartialDate};

use model::article::language;

use super::html;
use crate::ProblemKind;
use crate::page::Page;
use crate::words::fold;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Title,
    Summary,
    Text,
    Published,
    Section,
    Language,
    Author,
    Url,
}

/// Names of fields, folded, without spaces, hyphens and underscores; the likelier first.
#[rustfmt::skip]
const NAMES: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "ma", "mabai", "guid", "identifier", "@id", "postid"]),
    (Field::Title, &["title", "tieude", "tenbai", "tieudebai", "headline", "name", "posttitle"]),
    (Field::Summary, &["summary", "tomtat", "sapo", "trichyeu", "mota", "description", "excerpt", "abstract"]),
    (Field::Text, &["text", "noidung", "noidungbai", "content", "contenthtml", "contenttext", "body", "articlebody",
        "toanvan", "baiviet", "postcontent", "html"]),
    (Field::Published, &["published", "ngaydang", "ngayxuatban", "ngaydangtin", "date", "ngay", "datepublished",
        "pubdate", "publishedat", "datecreated", "ngaytao", "postdate", "time", "thoigian"]),
    (Field::Section, &["section", "chuyenmuc", "danhmuc", "muc", "category", "articlesection", "loaitin"]),
    (Field::Language, &["language", "lang", "inlanguage", "ngonngu"]),
    (Field::Author, &["author", "tacgia", "butdanh", "nguoidang", "byline", "creator", "nguoiviet"]),
    (Field::Url, &["url", "link", "lienket", "duongdan", "diachi", "permalink", "mainentityofpage"]),
];

/// What a name says, if anything.
pub(super) fn field(name: &str) -> Option<Field> {
    let folded: String = fold(name).chars().filter(|c| !matches!(c, ' ' | '-' | '_')).collect();
    NAMES.iter().find(|(_, names)| names.contains(&&*folded)).map(|(field, _)| *field)
}

/// Puts an article together from fields, in whatever order they came. A field that came before
/// stays, so that of two texts the first counts.
#[derive(Debug, Default)]
pub(super) struct Fields {
    values: Vec<(Field, String)>,
}

impl Fields {
    /// Adds one; a blank value says nothing.
    pub(super) fn add(&mut self, field: Field, value: &str) {
        let value = value.trim();
        if !value.is_empty() && self.get(field).is_none() {
            self.values.push((field, value.to_owned()));
        }
    }

    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.values.iter().find(|(of, _)| *of == field).map(|(_, value)| &**value)
    }

    /// The article, if there is a title or a text.
    pub(super) fn page(&self) -> Option<Page> {
        let mut page = Page::default();
        if let Some(title) = self.get(Field::Title) {
            page.title(&html::words(title));
        }
        let body = self.get(Field::Text);
        if let Some(summary) = self.get(Field::Summary)
            && !body.is_some_and(|body| html::words(body).starts_with(&*html::words(summary)))
        {
            html::fragment(summary, &mut page);
        }
        if let Some(body) = body {
            html::fragment(body, &mut page);
        }
        if page.is_empty() {
            return None;
        }
        let own = |field| self.get(field).map(str::to_owned);
        page.stated.url = own(Field::Url).filter(|url| url.starts_with("http"));
        page.stated.id = own(Field::Id).or_else(|| page.stated.url.clone());
        page.stated.section = self.get(Field::Section).map(html::words);
        page.stated.language =
            self.get(Field::Language).and_then(|stated| language(stated).ok()?);
        page.stated.author = self.get(Field::Author).map(html::words);
        page.stated.published = self
            .get(Field::Published)
            .and_then(|printed| Some((day(printed)?, printed.to_owned())));
        Some(page)
    }

    /// Fields that say nothing as they are filled in: the clerk should know.
    pub(super) fn misread(&self) -> impl Iterator<Item = ProblemKind> {
        let day = self.get(Field::Published).filter(|printed| day(printed).is_none());
        let day = day.map(|text| ProblemKind::NoSuchDay { text: text.to_owned() });
        let language = self.get(Field::Language).filter(|stated| language(stated).is_err());
        let language = language.map(|text| ProblemKind::NoSuchLanguage { text: text.to_owned() });
        day.into_iter().chain(language)
    }
}

/// The day that a field names, as printed there: `2020-10-12T08:00:00+07:00`, `12/10/2020 08:00`,
/// `Mon, 12 Oct 2020 08:00:00 +0700`, `Thứ hai, 12-10-2020`, `2020`.
///
/// The day is the one printed, in the zone printed: a portal writes its own time.
pub(super) fn day(printed: &str) -> Option<PartialDate> {
    let printed = printed.trim();
    iso(printed)
        .or_else(|| in_english(printed))
        .or_else(|| Some(crate::dates::dates(printed).first()?.date()?.into()))
}

fn iso(printed: &str) -> Option<PartialDate> {
    let end = printed.find(['T', ' ']).unwrap_or(printed.len());
    printed[..end].parse().ok()
}

/// RFC 822, as RSS has it.
fn in_english(printed: &str) -> Option<PartialDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<&str> = printed.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| {
        let head = word.get(..3).map(str::to_ascii_lowercase);
        head.is_some_and(|head| MONTHS.contains(&&*head))
    })?;
    let month = words[at].get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let day = words.get(at.checked_sub(1)?)?.parse().ok()?;
    let year = words.get(at + 1)?.parse().ok()?;
    Date::new(year, u32::try_from(month).ok()?, day).ok().map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_written() {
        for (name, means) in [
            ("Tiêu đề", Some(Field::Title)),
            ("tieu_de", Some(Field::Title)),
            ("NỘI DUNG", Some(Field::Text)),
            ("datePublished", Some(Field::Published)),
            ("Ngày-đăng", Some(Field::Published)),
            ("Lượt xem", None),
        ] {
            assert_eq!(field(name), means, "{name}");
        }
    }

    #[test]
    fn what_says_nothing_is_told() {
        let mut fields = Fields::default();
        fields.add(Field::Title, "Cầu mới");
        fields.add(Field::Published, "hôm nọ");
        fields.add(Field::Language, "tiếng lóng");
        let told: Vec<&str> = fields.misread().map(|kind| kind.code()).collect();
        assert_eq!(told, ["no-such-day", "no-such-language"]);
        for language in ["vi", "Tiếng Việt", "en-US", "Tiếng Anh"] {
            let mut fields = Fields::default();
            fields.add(Field::Language, language);
            assert_eq!(fields.misread().count(), 0, "{language}");
        }
    }

    #[test]
    fn days_are_read_as_exports_print_them() {
        for printed in [
            "2020-10-12",
            "2020-10-12T23:30:00+07:00",
            "2020-10-12 08:00:00",
            "12/10/2020 08:00",
            "Thứ hai, 12-10-2020",
            "Mon, 12 Oct 2020 08:00:00 +0700",
            "12 Oct 2020",
        ] {
            assert_eq!(
                day(printed).map(|day| day.to_string()).as_deref(),
                Some("2020-10-12"),
                "{printed}"
            );
        }
        assert_eq!(day("2020").map(|day| day.to_string()).as_deref(), Some("2020"));
        assert_eq!(day("hôm qua"), None);
        assert_eq!(day("31/02/2020"), None);
    }
}
