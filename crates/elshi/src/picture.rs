//! Draws a page of an enclosed paper in a process of its own: `elshi picture` reads the file from its standard input, writes the picture
//! and ends.
//!
//! The bytes come from outside, and a renderer of PDF is large: what it does with them may overflow the stack, eat memory or never end,
//! and neither `catch_unwind` nor a time limit stops that in the server's own process. Here the operating system holds the limits
//! (memory, processor time, no file, no core) and the server ends a process that takes too long. Must never be given a path or a secret.

use clap::Args;
use domain::picture::{Draws, Turn, Wanted};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Longest time for one page, seconds; the page that waits for it is given longer (`PAGE_SECONDS_MAX` of `web`).
const DRAW_SECONDS_MAX: u64 = 12;
/// Most memory of the process, bytes.
const MEMORY_BYTES_MAX: u64 = 1_200_000_000;
/// Largest file that is read, bytes; uploads have a smaller limit of their own.
const FILE_BYTES_MAX: u64 = 64_000_000;
/// Largest picture that is taken, bytes.
const PICTURE_BYTES_MAX: u64 = 64_000_000;

/// What is drawn; the file comes on the standard input.
#[derive(Args, Debug)]
pub struct PictureArgs {
    /// Media type of the file.
    #[arg(long)]
    media_type: String,
    /// Page, from 1.
    #[arg(long)]
    page: u32,
    /// Width of the picture, pixels.
    #[arg(long)]
    width: u32,
    /// Degrees clockwise: 0, 90, 180 or 270.
    #[arg(long, default_value_t = 0)]
    turn: u32,
    /// Longest processor time, seconds.
    #[arg(long, default_value_t = DRAW_SECONDS_MAX)]
    seconds: u64,
}

/// The process that draws.
pub fn run(args: &PictureArgs) -> ExitCode {
    match drawn(args) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}

fn drawn(args: &PictureArgs) -> Option<()> {
    let limits = [
        (Resource::Data, MEMORY_BYTES_MAX),
        (Resource::Cpu, args.seconds.min(DRAW_SECONDS_MAX)),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) }).ok()?;
    }
    let mut file = vec![];
    std::io::stdin().lock().take(FILE_BYTES_MAX).read_to_end(&mut file).ok()?;
    let wanted = Wanted { page: args.page, width_pixels: args.width, turn: Turn::of_degrees(args.turn)? };
    let picture = pictures::draw(&args.media_type, file, wanted)?;
    let mut out = std::io::stdout().lock();
    out.write_all(&picture).ok()?;
    out.flush().ok()
}

/// Asks a process of this same binary.
pub struct OwnProcess {
    program: PathBuf,
}

impl OwnProcess {
    /// Of the binary that runs.
    ///
    /// # Errors
    /// A sentence, when the operating system does not say which that is.
    pub fn of_this_binary() -> Result<OwnProcess, String> {
        // The running binary itself, even when its file was replaced meanwhile.
        if cfg!(target_os = "linux") {
            return Ok(OwnProcess { program: PathBuf::from("/proc/self/exe") });
        }
        let program = std::env::current_exe().map_err(|error| format!("where this program lies: {error}"))?;
        Ok(OwnProcess { program })
    }

    fn begin(&self, media_type: &str, wanted: Wanted) -> std::io::Result<Child> {
        Command::new(&self.program)
            .args(["picture", "--media-type", media_type])
            .args(["--page", &wanted.page.to_string(), "--width", &wanted.width_pixels.to_string()])
            .args(["--turn", &wanted.turn.degrees().to_string()])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
    }
}

impl Draws for OwnProcess {
    fn draw(&self, media_type: &str, file: Vec<u8>, wanted: Wanted) -> Option<Vec<u8>> {
        let begun =
            self.begin(media_type, wanted).inspect_err(|error| tracing::error!(%error, "no process to draw in"));
        let mut process = begun.ok()?;
        let picture = within_time(&mut process, file);
        if picture.is_none() {
            // Too slow or too large; it may have ended by itself meanwhile, which is no fault.
            let _ = process.kill();
        }
        let ended = process.wait().ok()?;
        if !ended.success() {
            tracing::info!(%ended, media_type, page = wanted.page, "a page was not drawn");
            return None;
        }
        picture.filter(|picture| !picture.is_empty())
    }
}

/// Hands the file over and takes the picture, each on a thread of its own: neither side waits for the other.
fn within_time(process: &mut Child, file: Vec<u8>) -> Option<Vec<u8>> {
    let (mut to, from) = (process.stdin.take()?, process.stdout.take()?);
    // A process that ended early takes no more bytes: its exit says so.
    std::thread::spawn(move || to.write_all(&file).ok());
    let (sender, done) = mpsc::channel();
    std::thread::spawn(move || {
        let mut picture = vec![];
        let read = from.take(PICTURE_BYTES_MAX + 1).read_to_end(&mut picture);
        sender.send(read.ok().map(|_| picture)).ok()
    });
    let picture = done.recv_timeout(Duration::from_secs(DRAW_SECONDS_MAX)).ok().flatten()?;
    u64::try_from(picture.len()).is_ok_and(|bytes| bytes <= PICTURE_BYTES_MAX).then_some(picture)
}
