//! How the reader likes to read: theme, contrast, text size, line spacing, language. Kept by the browser where it may.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{self, Messages};
use crate::markup::html;
use crate::platform::{dom, storage};
use crate::route::{Mode, likes};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Size of text, in percent of the design's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// 125 %.
    Large,
    /// 150 %.
    Larger,
    /// 175 %.
    Big,
    /// 200 %.
    Bigger,
    /// 250 %.
    Biggest,
}

impl TextSize {
    /// All, from the smallest.
    pub const ALL: [Self; 6] =
        [Self::Normal, Self::Large, Self::Larger, Self::Big, Self::Bigger, Self::Biggest];

    /// Percent of the design's size.
    pub fn percent(self) -> u16 {
        match self {
            Self::Normal => 100,
            Self::Large => 125,
            Self::Larger => 150,
            Self::Big => 175,
            Self::Bigger => 200,
            Self::Biggest => 250,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Normal => "text-100",
            Self::Large => "text-125",
            Self::Larger => "text-150",
            Self::Big => "text-175",
            Self::Bigger => "text-200",
            Self::Biggest => "text-250",
        }
    }
}

/// Space between the lines of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lines {
    /// As designed.
    #[default]
    Normal,
    /// Half a line more for every three.
    Wide,
    /// A line more for every three.
    Widest,
}

impl Lines {
    /// All, from the closest.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Wide, Self::Widest];

    /// How it is kept, and the class of the root element.
    fn word(self) -> &'static str {
        match self {
            Self::Normal => "lines-1",
            Self::Wide => "lines-2",
            Self::Widest => "lines-3",
        }
    }
}

/// The language that the viewer speaks; articles stay in theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// All, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// Its BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// What the viewer says in it.
    pub fn messages(self) -> &'static Messages {
        match self {
            Self::Vi => &i18n::VI,
            Self::En => &i18n::EN,
        }
    }
}

/// The reader's settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of text.
    pub size: TextSize,
    /// The viewer's language.
    pub language: Language,
    /// Black and white, and edges that are drawn: for eyes that want more contrast than the device asks.
    pub contrast: bool,
    /// Space between lines.
    pub lines: Lines,
}

/// A change of one setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsAction {
    /// Light or dark.
    Theme(Theme),
    /// Size of text.
    Size(TextSize),
    /// The viewer's language.
    Language(Language),
    /// More contrast.
    Contrast(bool),
    /// Space between lines.
    Lines(Lines),
    /// All at once.
    All(Settings),
}

impl Reducible for Settings {
    type Action = SettingsAction;

    fn reduce(self: Rc<Self>, action: SettingsAction) -> Rc<Self> {
        let mut next = *self;
        match action {
            SettingsAction::Theme(theme) => next.theme = theme,
            SettingsAction::Size(size) => next.size = size,
            SettingsAction::Language(language) => next.language = language,
            SettingsAction::Contrast(contrast) => next.contrast = contrast,
            SettingsAction::Lines(lines) => next.lines = lines,
            SettingsAction::All(settings) => next = settings,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The word for more contrast.
const MORE: &str = "more";

impl Settings {
    /// Under which the browser keeps them.
    const KEY: &str = "bien-nien:settings";

    /// As kept: `theme percent language contrast lines`; early.js reads the same.
    fn write(self) -> String {
        let percent = self.size.percent().to_string();
        let contrast = if self.contrast { MORE } else { "auto" };
        let (theme, language) = (self.theme.word(), self.language.code());
        [theme, percent.as_str(), language, contrast, self.lines.word()].join(" ")
    }

    /// Reads what [`write`](Self::write) wrote; what cannot be read is left as designed.
    fn read(text: &str) -> Self {
        let mut words = text.split(' ');
        let mut word = || words.next().unwrap_or_default();
        let (theme, size, language) = (word(), word(), word());
        let (contrast, lines) = (word(), word());
        Self {
            theme: Theme::ALL.into_iter().find(|t| t.word() == theme).unwrap_or_default(),
            size: TextSize::ALL
                .into_iter()
                .find(|s| s.percent().to_string() == size)
                .unwrap_or_default(),
            language: Language::ALL.into_iter().find(|l| l.code() == language).unwrap_or_default(),
            contrast: contrast == MORE,
            lines: Lines::ALL.into_iter().find(|l| l.word() == lines).unwrap_or_default(),
        }
    }

    fn apply(self) {
        let theme = (self.theme != Theme::Auto).then(|| self.theme.word());
        dom::set_root_attribute("data-theme", theme);
        dom::set_root_attribute("lang", Some(self.language.code()));
        dom::set_root_attribute("data-contrast", self.contrast.then_some(MORE));
        let class = [self.size.class(), " ", self.lines.word()].concat();
        dom::set_root_attribute("class", Some(&class));
    }
}

/// Settings and how to change them.
pub type SettingsHandle = UseReducerHandle<Settings>;

/// Props of [`SettingsProvider`].
#[derive(Properties, PartialEq)]
pub struct SettingsProviderProps {
    /// Who may use them.
    pub children: Html,
}

/// Reads the kept settings, applies them to the page and keeps every change.
#[component]
pub fn SettingsProvider(SettingsProviderProps { children }: &SettingsProviderProps) -> Html {
    let settings = use_reducer(|| {
        let query = dom::page_query();
        let likes = match Mode::of(&query) {
            Mode::Page | Mode::Plain => storage::get(Settings::KEY),
            _ => {
                storage::shut();
                likes(&query)
            }
        };
        likes.map_or_else(Settings::default, |text| Settings::read(&text))
    });
    use_effect_with(*settings, |settings| {
        settings.apply();
        // Without storage the settings last as long as the page.
        if *settings != Settings::default() || storage::get(Settings::KEY).is_some() {
            storage::set(Settings::KEY, &settings.write());
        }
    });
    html! {
        <ContextProvider<SettingsHandle> context={settings}>
            { children.clone() }
        </ContextProvider<SettingsHandle>>
    }
}

/// The settings; send a [`SettingsAction`] to change them.
#[hook]
pub fn use_settings() -> Option<SettingsHandle> {
    use_context()
}

/// What the viewer says, in the reader's language.
#[hook]
pub fn use_messages() -> &'static Messages {
    use_settings().map_or_else(Language::default, |settings| settings.language).messages()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_read_back() {
        for theme in Theme::ALL {
            for size in TextSize::ALL {
                for (language, lines) in Language::ALL.into_iter().zip(Lines::ALL) {
                    for contrast in [false, true] {
                        let settings = Settings { theme, size, language, contrast, lines };
                        assert_eq!(Settings::read(&settings.write()), settings);
                    }
                }
            }
        }
    }

    #[test]
    fn what_an_earlier_version_kept_stands() {
        let settings = Settings::read("dark 150 en");
        let expected = Settings {
            theme: Theme::Dark,
            size: TextSize::Larger,
            language: Language::En,
            ..Settings::default()
        };
        assert_eq!(settings, expected);
        assert_eq!(Settings::read("auto 100 vi auto lines-3").lines, Lines::Widest);
    }

    #[test]
    fn what_another_version_kept_does_no_harm() {
        for text in ["", "sepia 900 fr", "dark", "\u{0}"] {
            let settings = Settings::read(text);
            assert_eq!((settings.size, settings.language), Default::default(), "{text}");
        }
    }
}
