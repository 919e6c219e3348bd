//! Reads a PDF back with poppler-utils, as a person's viewer or a screen reader would.

use std::path::PathBuf;
use std::process::Command;

/// A PDF in a folder of its own that goes away with it.
pub struct Printed {
    folder: tempfile::TempDir,
}

impl Printed {
    pub fn new(pdf: &[u8]) -> Printed {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("paper.pdf"), pdf).unwrap();
        Printed { folder }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("paper.pdf")
    }

    fn run(&self, program: &str, args: &[&str]) -> Vec<u8> {
        let output = Command::new(program).args(args).current_dir(self.folder.path()).output();
        let output = output.unwrap_or_else(|e| panic!("{program} (Debian package poppler-utils): {e}"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    /// The text layer with line ends as spaces: what is found is found whatever the layout broke.
    pub fn text(&self) -> String {
        let text = String::from_utf8(self.run("pdftotext", &["paper.pdf", "-"])).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text layer with no white space at all: for tokens that are broken inside.
    pub fn text_without_spaces(&self) -> String {
        self.text().replace(' ', "")
    }

    pub fn attachment(&self, name: &str) -> Vec<u8> {
        self.run("pdfdetach", &["-savefile", name, "-o", "detached", "paper.pdf"]);
        std::fs::read(self.folder.path().join("detached")).unwrap()
    }

    pub fn info(&self) -> String {
        String::from_utf8(self.run("pdfinfo", &["paper.pdf"])).unwrap()
    }

    pub fn pages(&self) -> usize {
        let info = self.info();
        let line = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        line.trim().parse().unwrap()
    }
}
