//! Rust text split into code and comments of the same shape, so that a rule about code is not misled by a string.
//!
//! A scanner of a few states, not a parser: it knows comments, strings, raw strings and characters. Must keep every
//! line where it was, so that faults point at the right one.

/// Code and comments of one file. Both have as many lines as the file; what belongs to the other is blank.
pub struct Source {
    /// Code with the content of strings blanked.
    pub code: String,
    /// Comments alone.
    pub comments: String,
}

impl Source {
    /// Splits a text.
    pub fn of(text: &str) -> Self {
        let mut scanner =
            Scanner { chars: text.chars().collect(), at: 0, code: String::new(), comments: String::new() };
        while scanner.step() {}
        Self { code: scanner.code, comments: scanner.comments }
    }

    /// Cuts the file off at its test module (tests come last in a file).
    pub fn outside_tests(self) -> Self {
        let mut kept = 0;
        let lines: Vec<&str> = self.code.lines().collect();
        for (i, line) in lines.iter().enumerate() {
            let next = lines.get(i + 1).map_or("", |l| l.trim_start());
            if line.trim() == "#[cfg(test)]" && (next.starts_with("mod ") || next.starts_with("pub mod ")) {
                break;
            }
            kept = i + 1;
        }
        let cut = |text: &str| text.lines().take(kept).collect::<Vec<_>>().join("\n");
        Self { comments: cut(&self.comments), code: cut(&self.code) }
    }

    /// Lines of code with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.lines().enumerate().map(|(i, l)| (i + 1, l))
    }
}

struct Scanner {
    chars: Vec<char>,
    at: usize,
    code: String,
    comments: String,
}

/// Where a character goes.
#[derive(Clone, Copy, PartialEq)]
enum Into {
    Code,
    Comments,
    Neither,
}

impl Scanner {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    /// Takes one character into one of the texts and a blank into the other; a line's end goes into both.
    fn take(&mut self, into: Into) {
        let c = self.peek(0);
        self.at += 1;
        let of = |mine| if c == '\n' || mine == into { c } else { ' ' };
        let (code, comment) = (of(Into::Code), of(Into::Comments));
        self.code.push(code);
        self.comments.push(comment);
    }

    fn take_many(&mut self, count: usize, into: Into) {
        for _ in 0..count {
            if self.at < self.chars.len() {
                self.take(into);
            }
        }
    }

    fn more(&self) -> bool {
        self.at < self.chars.len()
    }

    /// One thing: a comment, a string, a character or one character of code.
    fn step(&mut self) -> bool {
        match (self.peek(0), self.peek(1)) {
            _ if !self.more() => return false,
            ('/', '/') => {
                while self.more() && self.peek(0) != '\n' {
                    self.take(Into::Comments);
                }
            }
            ('/', '*') => self.block_comment(),
            ('"', _) => self.string(),
            ('r', '"' | '#') if !self.after_word() && self.raw_hashes().is_some() => self.raw_string(),
            ('b', 'r') if !self.after_word() && matches!(self.peek(2), '"' | '#') => self.take(Into::Code),
            ('\'', '\\') => self.character(),
            ('\'', _) if self.peek(2) == '\'' => self.take_many(3, Into::Neither),
            _ => self.take(Into::Code),
        }
        true
    }

    /// Does a name end just before here? (`br"` counts as a fresh start.)
    fn after_word(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|i| self.chars.get(i)).copied().unwrap_or(' ');
        let start_of_br = before == 'b'
            && !self.at.checked_sub(2).and_then(|i| self.chars.get(i)).is_some_and(|c| c.is_alphanumeric());
        (before.is_alphanumeric() || before == '_') && !start_of_br
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        while self.more() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth = depth.saturating_sub(1),
                _ => {
                    self.take(Into::Comments);
                    continue;
                }
            }
            self.take_many(2, Into::Comments);
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.take(Into::Code);
        while self.more() {
            match self.peek(0) {
                '\\' => self.take_many(2, Into::Neither),
                '"' => return self.take(Into::Code),
                _ => self.take(Into::Neither),
            }
        }
    }

    /// A character with a backslash: up to the closing quote.
    fn character(&mut self) {
        self.take_many(3, Into::Neither);
        while self.more() && self.peek(0) != '\'' && self.peek(0) != '\n' {
            self.take(Into::Neither);
        }
        self.take_many(1, Into::Neither);
    }

    /// How many `#` open this raw string; `None` when it is a raw name like `r#type`.
    fn raw_hashes(&self) -> Option<usize> {
        let hashes = (1..).take_while(|i| self.peek(*i) == '#').count();
        (self.peek(1 + hashes) == '"').then_some(hashes)
    }

    fn raw_string(&mut self) {
        let hashes = self.raw_hashes().unwrap_or(0);
        self.take_many(hashes + 2, Into::Code);
        while self.more() {
            let closes = self.peek(0) == '"' && (1..=hashes).all(|i| self.peek(i) == '#');
            if closes {
                return self.take_many(hashes + 1, Into::Code);
            }
            self.take(Into::Neither);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_comments_are_told_from_code() {
        let text = "let a = \"x // { \\\" }\"; // note\nlet b = r#\"} \"quoted\" \"#; /* a /* b */ c */ let c = '{'; let d: &'a str = '\\n';\nbr\"}\"";
        let source = Source::of(text);
        assert_eq!(source.code.lines().count(), text.lines().count());
        assert!(!source.code.contains('{') && !source.code.contains('}'), "{}", source.code);
        assert!(source.code.contains("let c =") && source.code.contains("&'a str"), "{}", source.code);
        assert!(source.comments.contains("// note") && source.comments.contains("a /* b */ c"), "{}", source.comments);
        assert!(!source.comments.contains('x'));
    }

    #[test]
    fn the_test_module_is_cut_off() {
        let source = Source::of("fn a() {}\n#[cfg(test)]\nfn only_for_tests() {}\n#[cfg(test)]\nmod tests {\n}\n")
            .outside_tests();
        assert_eq!(source.code, "fn a() {}\n#[cfg(test)]\nfn only_for_tests() {}");
    }
}
