//! How far long work has come: a bar on a terminal, nothing elsewhere.

use std::io::IsTerminal;

use bindery::Step;
use bindery::messages::Lang;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The bar of one command. Steps on a bar of articles; other work only names itself.
pub(crate) struct Progress {
    bar: ProgressBar,
    lang: Lang,
}

impl Progress {
    /// A bar on standard error, if that is a terminal.
    pub(crate) fn new(lang: Lang) -> Self {
        let bar = ProgressBar::new(0);
        if !std::io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
            bar.set_style(style.progress_chars("=> "));
        }
        Self { bar, lang }
    }

    fn at(&self, vi: &'static str, en: &'static str, done: usize, of: usize) {
        let message = match self.lang {
            Lang::Vi => vi,
            Lang::En => en,
        };
        if self.bar.message() != message {
            self.bar.set_message(message);
        }
        self.bar.set_length(of as u64);
        self.bar.set_position(done as u64);
    }

    /// Article files are being read.
    pub(crate) fn reading(&self, done: usize, of: usize) {
        self.at("Đọc bài", "Reading", done, of);
    }

    /// The archive is being bound.
    pub(crate) fn binding(&self, step: Step) {
        match step {
            Step::Units(done, of) => self.at("Tìm đơn vị", "Units", done, of),
            Step::Facts => self.at("Tìm ngày kỷ niệm, người, văn bản", "Facts", 0, 1),
            Step::Index(done, of) => self.at("Lập chỉ mục", "Index", done, of),
            Step::Writing => self.at("Đóng gói", "Writing", 0, 1),
        }
    }

    /// Files are being compressed and written, and the pages of articles made.
    pub(crate) fn writing(&self, done: usize, of: usize) {
        self.at("Nén và ghi", "Compressing and writing", done, of);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
