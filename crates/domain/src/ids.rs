//! Identifiers, one type per thing, so that they cannot be taken for each other.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<$name, uuid::Error> {
                Uuid::parse_str(text).map($name)
            }
        }
    };
}

id!(
    /// An applicant's account.
    AccountId
);
id!(
    /// A person who works at a mission or audits one.
    OfficerId
);
id!(
    /// A request that is being filled in.
    DraftId
);
id!(
    /// A request that was sent: the case.
    ApplicationId
);
id!(
    /// One enclosed file.
    AttachmentId
);
id!(
    /// A file that arrives in pieces.
    UploadId
);
id!(
    /// Something that is to be signed by the phone app.
    MobileSigningId
);
id!(
    /// A question to a mission before applying.
    EnquiryId
);

/// A mission's short name in the register, for example `berlin`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MissionId(pub String);

impl std::fmt::Display for MissionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
