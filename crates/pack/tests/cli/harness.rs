//! A folder of its own for each test, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that goes away with this value.
pub(crate) struct Dir {
    path: PathBuf,
}

/// What a run of the program gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Dir {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self { path }
    }

    /// A folder with an archive `kho` of two sound articles.
    pub(crate) fn with_archive() -> Self {
        let dir = Self::new();
        dir.write("kho/archive.toml", "title = \"Tin xã Tam Sơn\"\n");
        dir.write("kho/articles/a.txt", page("Ra quân làm thủy lợi"));
        dir.write("kho/articles/b.txt", page("Khai giảng năm học mới"));
        dir
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Names of files below a folder, sorted, with `/` between folders.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        fn walk(folder: &Path, prefix: &str, names: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.file_type().unwrap().is_dir() {
                    walk(&entry.path(), &format!("{name}/"), names);
                } else {
                    names.push(name);
                }
            }
        }
        let mut names = Vec::new();
        walk(&self.path(name), "", &mut names);
        names.sort();
        names
    }

    /// Runs the program in this folder.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        let output: Output = Command::new(env!("CARGO_BIN_EXE_bien-nien"))
            .args(args)
            .current_dir(&self.path)
            .output()
            .unwrap();
        Run {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// A small page as a crawler leaves it.
pub(crate) fn page(title: &str) -> String {
    format!(
        "Tin tức\n\n{title}\nNgày đăng: 02/11/2024\n\nSáng ngày 01/11/2024, đông đảo bà con trong xã đã \
         có mặt từ sớm để cùng nhau làm việc.\n\nHai trăm người đã tham gia và công việc hoàn thành \
         trước giờ trưa.\n"
    )
}
