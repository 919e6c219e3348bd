//! Where letters go: a mail server, a gateway for text messages, or a folder for either.
//!
//! Here so that a start says at once what is missing. Must never take a password from the command line, nor start an installation whose
//! people would hear nothing.

use crate::institution;
use clap::Args;
use gateways::{FolderPost, Post, SmsGateway, SmsLine, SmtpPost, TwoWays};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Octets of a password file.
const PASSWORD_BYTES_MAX: usize = 1024;

/// The ways out.
#[derive(Args, Clone, Debug)]
pub struct PostArgs {
    /// Mail server: HOST or HOST:PORT. Port 465 speaks TLS at once, others (587 if none is named) by STARTTLS, which is required;
    /// only a server on this computer may go without.
    #[arg(long, env = "ELSHI_SMTP", value_name = "SERVER")]
    smtp: Option<String>,
    /// Login at the mail server; the password is in --smtp-password-file.
    #[arg(long, env = "ELSHI_SMTP_USER", value_name = "NAME", requires = "smtp_password_file")]
    smtp_user: Option<String>,
    /// File with the password of the mail server.
    #[arg(long, env = "ELSHI_SMTP_PASSWORD_FILE", value_name = "FILE", requires = "smtp_user")]
    smtp_password_file: Option<PathBuf>,
    /// Gateway for text messages in the form of Kannel's sendsms: `https://sms.example.kz/cgi-bin/sendsms`.
    #[arg(long, env = "ELSHI_SMS", value_name = "URL", requires_all = ["sms_user", "sms_password_file", "sms_from"])]
    sms: Option<String>,
    /// Login at that gateway.
    #[arg(long, env = "ELSHI_SMS_USER", value_name = "NAME")]
    sms_user: Option<String>,
    /// File with the password of that gateway.
    #[arg(long, env = "ELSHI_SMS_PASSWORD_FILE", value_name = "FILE")]
    sms_password_file: Option<PathBuf>,
    /// Name or number that phones show as the sender.
    #[arg(long, env = "ELSHI_SMS_FROM", value_name = "NAME")]
    sms_from: Option<String>,
    /// Write letters and text messages that have no other way as files into this folder, for another program to take on.
    #[arg(long, env = "ELSHI_LETTERS_FOLDER", value_name = "DIR")]
    letters_folder: Option<PathBuf>,
    /// Sender of the letters.
    #[arg(long, env = "ELSHI_SENDER", value_name = "ADDRESS", default_value = "Elshi <elshi@localhost>")]
    sender: String,
}

impl PostArgs {
    /// The gateways; a demonstration's letters go into `data` where nothing else is said.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn open(&self, data: &Path, demo: bool) -> Result<Arc<dyn Post>, String> {
        let folder = self.letters_folder.clone().or_else(|| demo.then(|| data.join("letters")));
        let in_folder = || {
            let Some(folder) = &folder else { return Ok(None) };
            institution::private_folder(folder)?;
            FolderPost::new(folder.clone(), &self.sender).map(|post| Some(Box::new(post) as Box<dyn Post>))
        };
        let mail = self.mail()?.map_or_else(in_folder, |post| Ok(Some(post)))?;
        let sms = self.texts()?.map_or_else(in_folder, |post| Ok(Some(post)))?;
        match (mail, sms) {
            (Some(mail), Some(_)) if self.smtp.is_none() && self.sms.is_none() => Ok(Arc::from(mail)),
            (Some(mail), Some(sms)) => Ok(Arc::new(TwoWays { mail, sms })),
            (mail, sms) => Err(missing(mail.is_none(), sms.is_none())),
        }
    }

    fn mail(&self) -> Result<Option<Box<dyn Post>>, String> {
        let Some(server) = &self.smtp else { return Ok(None) };
        let login = match (&self.smtp_user, &self.smtp_password_file) {
            (Some(user), Some(file)) => Some((user.clone(), password(file)?)),
            _ => None,
        };
        Ok(Some(Box::new(SmtpPost::new(server, login, &self.sender)?)))
    }

    fn texts(&self) -> Result<Option<Box<dyn Post>>, String> {
        // clap has seen to it that they come together.
        let (Some(address), Some(user), Some(file), Some(from)) =
            (&self.sms, &self.sms_user, &self.sms_password_file, &self.sms_from)
        else {
            return Ok(None);
        };
        let line =
            SmsLine { address: address.clone(), user: user.clone(), password: password(file)?, from: from.clone() };
        Ok(Some(Box::new(SmsGateway::new(line)?)))
    }
}

/// One line of a file.
fn password(file: &Path) -> Result<String, String> {
    let text = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let text = String::from_utf8(text).map_err(|_| format!("{}: the password is not UTF-8", file.display()))?;
    let word = text.trim_end_matches(['\r', '\n']);
    if word.is_empty() || word.len() > PASSWORD_BYTES_MAX || word.contains(['\r', '\n']) {
        return Err(format!("{}: one line with the password is expected", file.display()));
    }
    Ok(word.to_owned())
}

fn missing(mail: bool, sms: bool) -> String {
    let (what, options) = match (mail, sms) {
        (true, false) => ("letters", "--smtp (ELSHI_SMTP) to your mail server"),
        (false, true) => ("text messages", "--sms (ELSHI_SMS) to your gateway"),
        _ => ("letters", "--smtp and --sms to your mail server and your gateway for text messages"),
    };
    format!(
        "no gateway for {what}: people would never hear of their application. Set {options}, or --letters-folder \
         (ELSHI_LETTERS_FOLDER) to a folder that your mail and SMS program takes files from, or start a demonstration with --demo"
    )
}
