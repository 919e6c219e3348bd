//! A small mail server for tests (RFC 5321): it keeps what it took and says what a rule tells it to.
//! Here because a well-made server cannot be talked into refusing, stalling or breaking off. It must never be reached from outside.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// One mail as it came.
#[derive(Clone, Debug)]
pub struct Taken {
    pub from: String,
    pub to: String,
    pub data: String,
}

/// An answer instead of the usual one to a command; an empty one breaks the connection off.
type Rule = dyn Fn(&str) -> Option<String> + Send + Sync;

/// Listens on a free port of this computer until the test ends.
pub struct MailServer {
    /// `127.0.0.1:PORT`.
    pub address: String,
    taken: Arc<Mutex<Vec<Taken>>>,
}

impl MailServer {
    pub fn start(rule: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let (rule, kept): (Arc<Rule>, _) = (Arc::new(rule), Arc::clone(&taken));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (rule, kept) = (Arc::clone(&rule), Arc::clone(&kept));
                std::thread::spawn(move || serve(&stream, rule.as_ref(), &kept));
            }
        });
        Self { address, taken }
    }

    /// Mails so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }
}

fn serve(stream: &TcpStream, rule: &Rule, kept: &Mutex<Vec<Taken>>) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    let mut out = stream;
    let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes()).ok();
    say("220 mail.test")?;
    let (mut from, mut to) = (String::new(), String::new());
    while let Some(Ok(command)) = lines.next() {
        if let Some(said) = rule(&command) {
            if said.is_empty() {
                return None;
            }
            say(&said)?;
            continue;
        }
        let verb = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say("250-mail.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN")?,
            "MAIL" => {
                from.clone_from(&command);
                say("250 ok")?;
            }
            "RCPT" => {
                to.clone_from(&command);
                say("250 ok")?;
            }
            "DATA" => {
                say("354 go on")?;
                let mut data = String::new();
                for line in lines.by_ref().map_while(Result::ok) {
                    if line == "." {
                        break;
                    }
                    data.push_str(line.strip_prefix('.').unwrap_or(&line));
                    data.push('\n');
                }
                kept.lock().unwrap().push(Taken { from: from.clone(), to: to.clone(), data });
                say("250 taken")?;
            }
            "QUIT" => {
                say("221 bye")?;
                return None;
            }
            _ => say("250 ok")?,
        }
    }
    None
}
