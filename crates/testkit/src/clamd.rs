//! A fake of ClamAV's daemon: the command INSTREAM as clamd(8) describes it, over a Unix or a TCP socket. It knows one threat, the EICAR
//! test string, and does what a daemon does on a bad day. Written from the description, apart from the client, so that each checks the other.
//!
//! Must never: be taken for a scanner, or be a model of how to serve many at once.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

const COMMAND_BYTES_MAX: usize = 64;
/// As clamd names it.
pub const EICAR_THREAT: &str = "Win.Test.EICAR_HDB-1";

/// The test string of the European Institute for Computer Antivirus Research, in two halves here: scanners on a developer's computer find
/// it in source files too.
pub fn eicar() -> String {
    ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat()
}

/// What it does when a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Looks for the test string.
    Works,
    /// Says nothing until the mood changes; then does what that says.
    Slow,
    /// Closes the line without a word.
    HangsUp,
    /// Says this, whatever came.
    Says(&'static str),
}

/// A daemon that listens.
pub struct Clamd {
    /// Where, as `--clamd` takes it.
    pub address: String,
    desk: Arc<(Mutex<Desk>, Condvar)>,
}

struct Desk {
    mood: Mood,
    /// Its `StreamMaxLength`.
    stream_bytes_max: usize,
    /// Files that came, and the longest piece of each.
    came: Vec<(Vec<u8>, usize)>,
}

impl Clamd {
    /// Listens on a free port of this computer.
    ///
    /// # Errors
    /// There is none.
    pub fn on_a_port() -> std::io::Result<Clamd> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let own = Clamd::new(listener.local_addr()?.to_string());
        let desk = Arc::clone(&own.desk);
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                answer(line, &desk);
            }
        });
        Ok(own)
    }

    /// Listens on a Unix socket that is not there yet.
    ///
    /// # Errors
    /// The place is taken.
    #[cfg(unix)]
    pub fn at(path: &Path) -> std::io::Result<Clamd> {
        let listener = std::os::unix::net::UnixListener::bind(path)?;
        let own = Clamd::new(format!("unix:{}", path.display()));
        let desk = Arc::clone(&own.desk);
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                answer(line, &desk);
            }
        });
        Ok(own)
    }

    fn new(address: String) -> Clamd {
        let desk = Desk { mood: Mood::Works, stream_bytes_max: usize::MAX, came: vec![] };
        Clamd { address, desk: Arc::new((Mutex::new(desk), Condvar::new())) }
    }

    /// From now on it does so; who waits for an answer gets it.
    pub fn is(&self, mood: Mood) {
        locked(&self.desk.0).mood = mood;
        self.desk.1.notify_all();
    }

    /// From now on it takes no longer files.
    pub fn takes_bytes(&self, most: usize) {
        locked(&self.desk.0).stream_bytes_max = most;
    }

    /// The files that came whole, each with the length of its longest piece.
    pub fn came(&self) -> Vec<(Vec<u8>, usize)> {
        locked(&self.desk.0).came.clone()
    }
}

fn locked(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Each line on a thread of its own: a slow answer keeps nobody else waiting.
fn answer(line: impl Read + Write + Send + 'static, desk: &Arc<(Mutex<Desk>, Condvar)>) {
    let desk = Arc::clone(desk);
    std::thread::spawn(move || drop(serve(line, &desk)));
}

fn serve(mut line: impl Read + Write, (desk, changed): &(Mutex<Desk>, Condvar)) -> std::io::Result<()> {
    let mut command = vec![];
    while command.last() != Some(&0) && command.len() < COMMAND_BYTES_MAX {
        let mut octet = [0];
        line.read_exact(&mut octet)?;
        command.extend(octet);
    }
    if command != b"zINSTREAM\0" {
        return line.write_all(b"UNKNOWN COMMAND\0");
    }
    let most = locked(desk).stream_bytes_max;
    let (mut file, mut longest) = (vec![], 0);
    loop {
        let mut length = [0; 4];
        line.read_exact(&mut length)?;
        let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
        if length == 0 {
            break;
        }
        if file.len() + length > most {
            line.write_all(b"INSTREAM size limit exceeded. ERROR\0")?;
            // What is still on the way is read, else the line breaks before the answer is heard.
            return std::io::copy(&mut line, &mut std::io::sink()).map(drop);
        }
        let mut piece = vec![0; length];
        line.read_exact(&mut piece)?;
        file.extend(piece);
        longest = longest.max(length);
    }
    let test = eicar();
    let is_known = file.windows(test.len()).any(|part| part == test.as_bytes());
    let mut desk = locked(desk);
    desk.came.push((file, longest));
    let desk = changed.wait_while(desk, |desk| desk.mood == Mood::Slow).unwrap_or_else(PoisonError::into_inner);
    let mood = desk.mood;
    drop(desk);
    match mood {
        Mood::HangsUp | Mood::Slow => Ok(()),
        Mood::Says(words) => line.write_all(format!("{words}\0").as_bytes()),
        Mood::Works if is_known => line.write_all(format!("stream: {EICAR_THREAT} FOUND\0").as_bytes()),
        Mood::Works => line.write_all(b"stream: OK\0"),
    }
}
