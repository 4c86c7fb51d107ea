//! A letter to whoever looks after the archive, about something that is wrong.

use crate::hooks::{Archive, LoadedArticle};
use crate::i18n::beside::actions::Actions;
use crate::route::percent;

/// The address that begins the letter: a mail with subject and text, or the page that archive.toml
/// names. `None` where nobody can be written to.
pub(super) fn address(
    says: &Actions,
    archive: &Archive,
    article: &LoadedArticle,
    permalink: &str,
) -> Option<String> {
    let contact = archive.manifest.contact.as_deref()?;
    let subject = (says.report_subject)(&article.title);
    letter(contact, &subject, &(says.report_text)(&article.title, permalink))
}

fn letter(contact: &str, subject: &str, text: &str) -> Option<String> {
    let page = contact.split_whitespace().find(|word| {
        ["https://", "http://"]
            .iter()
            .any(|scheme| word.starts_with(scheme) && word.len() > scheme.len())
    });
    let Some(mail) = mail(contact) else { return page.map(str::to_owned) };
    let mut out = ["mailto:", mail, "?subject="].concat();
    percent::encode_into(&mut out, subject);
    out.push_str("&body=");
    // As RFC 6068 writes the end of a line.
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            out.push_str("%0D%0A");
        }
        percent::encode_into(&mut out, line);
    }
    Some(out)
}

/// The address among what archive.toml says of the contact: a name, a telephone number may stand there.
fn mail(contact: &str) -> Option<&str> {
    let words = contact
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')'));
    let mut mails = words.map(|word| word.trim_start_matches("mailto:").trim_end_matches('.'));
    mails.find(|word| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "@._+-".contains(c);
        word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.contains('@')
                && word.chars().all(is_plain)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_has_subject_and_text() {
        let found = letter("vanphong@tamson.example", "Bài “A & B”", "Một\n\nHai?");
        let expected = "mailto:vanphong@tamson.example?subject=B%C3%A0i%20%E2%80%9CA%20%26%20B%E2%80%9D&body=M%E1%BB%99t%0D%0A%0D%0AHai%3F";
        assert_eq!(found.as_deref(), Some(expected));
    }

    #[test]
    fn the_address_is_found_among_other_words() {
        assert_eq!(mail("Văn phòng <vp@xa.gov.vn>, ĐT 0211 123 456"), Some("vp@xa.gov.vn"));
        assert_eq!(mail("mailto:vp@xa.gov.vn."), Some("vp@xa.gov.vn"));
        for nobody in ["0211 123 456", "vp@", "@xa.vn", "vp@xa", "", "a@b.vn?cc=c@d.vn"] {
            assert_eq!(mail(nobody), None, "{nobody}");
        }
    }

    #[test]
    fn a_page_will_do_and_nobody_is_nobody() {
        let page = "Góp ý tại https://xa.example/gop-y";
        assert_eq!(letter(page, "s", "t").as_deref(), Some("https://xa.example/gop-y"));
        assert_eq!(letter("0211 123 456", "s", "t"), None);
        assert_eq!(letter("javascript:alert(1)", "s", "t"), None);
    }
}
