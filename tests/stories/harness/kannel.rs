//! Debian's Kannel as the gateway for text messages, with its simulated message centre: what leaves the server really travels.
//! Free ports, a folder of its own, three children ended by id. Where Debian's package is missing it says so loudly.

use super::clock::eventually;
use super::skips;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const CENTRE: &str = "/usr/lib/kannel/test/fakesmsc";
/// Login and password of its `sendsms`.
pub const USER: &str = "egov";
pub const PASSWORD: &str = "a secret of the test";

/// A gateway that runs.
pub struct Kannel {
    folder: TempDir,
    children: Vec<Child>,
    /// Address of `sendsms`.
    pub address: String,
}

impl Kannel {
    /// Starts it; `None` where it cannot be had.
    pub fn start() -> Option<Kannel> {
        if !Path::new(CENTRE).exists() || !Path::new("/usr/sbin/bearerbox").exists() {
            skips::left_out("text messages through Kannel: install Debian's kannel and kannel-extras");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let [admin, boxes, centre, sendsms] = free_ports();
        std::fs::write(folder.path().join("kannel.conf"), configuration(admin, boxes, centre, sendsms)).unwrap();
        let mut kannel =
            Kannel { folder, children: vec![], address: format!("http://127.0.0.1:{sendsms}/cgi-bin/sendsms") };
        kannel.run("/usr/sbin/bearerbox", &["kannel.conf"]);
        listens(boxes);
        kannel.run("/usr/sbin/smsbox", &["kannel.conf"]);
        listens(sendsms);
        listens(centre);
        // It begins with a message of its own and stays connected while it waits to send the next.
        let port = centre.to_string();
        kannel.run(CENTRE, &["-H", "127.0.0.1", "-r", &port, "-i", "100000", "-m", "10", "123 1414 text hello"]);
        Some(kannel)
    }

    fn run(&mut self, program: &str, words: &[&str]) {
        let name = Path::new(program).file_name().unwrap().to_string_lossy().into_owned();
        let log = std::fs::File::create(self.folder.path().join(format!("{name}.out"))).unwrap();
        let child = Command::new(program)
            .args(words)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn();
        self.children.push(child.unwrap());
    }

    /// What the message centre has seen, percent-encoded UCS-2 as it prints it.
    pub fn centre_saw(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("fakesmsc.out")).unwrap_or_default()
    }
}

impl Drop for Kannel {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn free_ports() -> [u16; 4] {
    let held = [(); 4].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    held.map(|listener| listener.local_addr().unwrap().port())
}

fn listens(port: u16) {
    eventually("a part of Kannel", || TcpStream::connect(("127.0.0.1", port)).ok().map(drop));
}

fn configuration(admin: u16, boxes: u16, centre: u16, sendsms: u16) -> String {
    format!(
        "group = core\nadmin-port = {admin}\nadmin-interface = 127.0.0.1\nadmin-password = {PASSWORD}\nsmsbox-port = {boxes}\n\
         box-allow-ip = 127.0.0.1\nlog-level = 1\n\n\
         group = smsc\nsmsc = fake\nsmsc-id = FAKE\nport = {centre}\nconnect-allow-ip = 127.0.0.1\n\n\
         group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {sendsms}\nsendsms-interface = 127.0.0.1\nglobal-sender = 1414\n\n\
         group = sendsms-user\nusername = {USER}\npassword = \"{PASSWORD}\"\nconcatenation = true\nmax-messages = 10\n\n\
         group = sms-service\nkeyword = default\nmax-messages = 0\ntext = \"ok\"\n"
    )
}
