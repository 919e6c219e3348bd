//! Writes letters as files: `.eml` (RFC 5322) and `.sms` (first line the number, then the text).

use crate::{NotDelivered, Parcel, Post, mail};
use futures_util::future::BoxFuture;
use lettre::message::Mailbox;
use std::path::PathBuf;
use tokio::io::AsyncWriteExt;

/// A folder that letters are written into.
pub struct FolderPost {
    folder: PathBuf,
    from: Mailbox,
}

impl FolderPost {
    /// `folder` is made when it is missing; `from` is an address such as `Consul <consul@example.org>`.
    ///
    /// # Errors
    /// A sentence when the folder cannot be made or the address cannot be read.
    pub fn new(folder: PathBuf, from: &str) -> Result<FolderPost, String> {
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(FolderPost { folder, from: mail::sender(from)? })
    }

    async fn write(&self, parcel: Parcel) -> Result<(), NotDelivered> {
        let (ending, bytes) = match parcel.by_mail {
            true => ("eml", mail::message(&parcel, &self.from)?.formatted()),
            false => ("sms", format!("{}\n{}\n", parcel.to, parcel.body).into_bytes()),
        };
        let last = self.folder.join(format!("{}.{ending}", parcel.id));
        let draft = self.folder.join(format!(".{}.part", parcel.id));
        let failed = |error: std::io::Error| NotDelivered::now(error.to_string());
        let mut file = tokio::fs::File::create(&draft).await.map_err(failed)?;
        file.write_all(&bytes).await.map_err(failed)?;
        // Sent is written only after this: a letter that counts as sent survives a power cut.
        file.sync_all().await.map_err(failed)?;
        tokio::fs::rename(&draft, &last).await.map_err(failed)?;
        tokio::fs::File::open(&self.folder).await.map_err(failed)?.sync_all().await.map_err(failed)
    }
}

impl Post for FolderPost {
    fn deliver(&self, parcel: Parcel) -> BoxFuture<'_, Result<(), NotDelivered>> {
        Box::pin(self.write(parcel))
    }

    fn describe(&self) -> String {
        self.folder.display().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[tokio::test]
    async fn a_letter_tried_twice_is_one_file() {
        let dir = tempfile::tempdir().unwrap();
        let post = FolderPost::new(dir.path().join("letters"), "Consul <consul@example.org>").unwrap();
        let parcel = Parcel {
            id: "7".into(),
            by_mail: true,
            to: "a@example.org".into(),
            subject: "Өтініш".into(),
            body: "Сәлеметсіз бе".into(),
            lang: "kk".into(),
            at: Timestamp::UNIX_EPOCH,
            report_to: None,
            attachments: vec![],
        };
        post.deliver(parcel.clone()).await.unwrap();
        post.deliver(parcel.clone()).await.unwrap();
        post.deliver(Parcel { by_mail: false, to: "+4930".into(), id: "8".into(), ..parcel.clone() }).await.unwrap();
        let mut names: Vec<String> = std::fs::read_dir(dir.path().join("letters"))
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["7.eml", "8.sms"]);
        let bad = post.deliver(Parcel { to: "not an address".into(), ..parcel }).await;
        assert!(bad.is_err());
    }
}
