//! What a verification found, in words an auditor can use.

use std::fmt;

/// The state of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Report {
    /// Entries read.
    pub entries: u64,
    /// Chains read: one for each application, and `system`.
    pub chains: u64,
    /// Seals read.
    pub seals: u64,
    /// Entries that wait for a seal: the global head does not cover them.
    pub unsealed: u64,
    /// Hash of the last seal, hex: keep it elsewhere and give it to the next verification as `expect`. `None` without seals.
    pub head: Option<String>,
    /// The first fault. `None`: the journal is whole.
    pub fault: Option<Fault>,
}

/// The first thing that does not hold, and where.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Fault {
    /// Id of the entry.
    pub entry: Option<i64>,
    /// The application's id, or `system`.
    pub chain: Option<String>,
    /// Place in the chain.
    pub seq: Option<i64>,
    /// Number of the seal.
    pub seal: Option<i64>,
    /// What does not hold.
    pub what: Defect,
}

impl Fault {
    pub(super) fn of_entry(entry: i64, chain: &str, seq: i64, what: Defect) -> Fault {
        Fault { entry: Some(entry), chain: Some(chain.to_owned()), seq: Some(seq), seal: None, what }
    }

    pub(super) fn of_chain(chain: &str, what: Defect) -> Fault {
        Fault { chain: Some(chain.to_owned()), what, ..Fault::default() }
    }

    pub(super) fn of_seal(seal: i64, entry: Option<i64>, what: Defect) -> Fault {
        Fault { seal: Some(seal), entry, what, ..Fault::default() }
    }
}

/// A kind of fault.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Defect {
    /// The bytes do not have the stored hash.
    #[default]
    BytesChanged,
    /// The bytes are not an entry or a seal in canonical form.
    NotARecord,
    /// The columns beside the bytes say something else.
    ColumnsChanged,
    /// A place in the chain is empty; the number says which.
    EntryMissing(i64),
    /// The entry or seal does not name the hash of the one before it.
    WrongPrevious,
    /// A committed value is missing, is there without a commitment, or does not fit its commitment; the text says which.
    CommitmentBroken(String),
    /// The chain's last entry is not the one that the head names: entries were cut off or added.
    HeadDiffers,
    /// The application is not in the state that its last entry commits to.
    StateDiffers,
    /// The chain does not begin with a sending that commits to this column of the application.
    SendingMissing(&'static str),
    /// The request is not the one that was sent: another name, date or place.
    RequestDiffers,
    /// The application lies at another mission than the one it was sent to.
    MissionDiffers,
    /// The application belongs to another account than the one that sent it.
    AccountDiffers,
    /// The file is not the one that was signed or confirmed.
    FileDiffers,
    /// The signature or seal is not the one that came with the file.
    ProofDiffers,
    /// What is told of the proof is not what the last check of it found.
    ProofDetailDiffers,
    /// The reference is not the one that was given at sending.
    ReferenceDiffers,
    /// The end of the term is not the one that was computed at sending.
    DueDiffers,
    /// When the term was met is not the time of the entry that met it.
    TermMetDiffers,
    /// Another circumstance of sending was changed; the text names the column.
    SendingDiffers(&'static str),
    /// The paper of this kind is not the one that an entry commits to, is missing, or was never made by an act.
    PaperDiffers(String),
    /// The certificate's number, officer, times or file are not those that the entries commit to.
    CertificateDiffers,
    /// A timestamp is not the one that was put beside the signature.
    TimestampDiffers,
    /// A complaint is not the one that its entries commit to, or is not where they say.
    ComplaintDiffers,
    /// An addendum, or the request before it, is not the one that its entry commits to.
    SupplementDiffers,
    /// A comparison with the papers is not the one that its entry commits to.
    ComparisonDiffers,
    /// An internal note is not the one that its entry commits to.
    NoteDiffers,
    /// A blank of the case, or why it was spoiled, is not the one that its entry commits to.
    BlankDiffers,
    /// A word on who may not decide the case is not the one that its entry commits to.
    ConflictDiffers,
    /// A decision or its proof is not the one that its entry commits to.
    DecisionDiffers,
    /// A word on what the applicant asked for beside the decision is not the one that its entry commits to.
    MotionDiffers,
    /// A step of a hearing is not the one that its entry commits to.
    HearingDiffers,
    /// A word on annulling the record is not the one that its entry commits to.
    AnnulmentDiffers,
    /// A word on two cases that look alike is not the one that its entry commits to.
    LikenessDiffers,
    /// A notice to another body is not the one that its entry commits to.
    OutgoingDiffers,
    /// The chain has an application that is not there.
    ApplicationMissing,
    /// An application has no entries.
    EntriesMissing,
    /// A seal is missing; the number says which.
    SealMissing(i64),
    /// The entries under a seal are not those that it covers.
    RootDiffers,
    /// Positions under a seal are missing or lie outside every seal.
    PositionsChanged,
    /// The entry has no place in the global sequence and does not wait for one, or both.
    PlaceLost,
    /// The expected head is nowhere in the journal: its end was cut off, or it is another journal.
    ExpectedHeadMissing,
}

impl Defect {
    /// A column that is not what the sending (or a later check of the proof) commits to.
    pub(super) fn of_column(what: &'static str) -> Defect {
        match what {
            "request" => Defect::RequestDiffers,
            "mission" => Defect::MissionDiffers,
            "account" => Defect::AccountDiffers,
            "file" => Defect::FileDiffers,
            "proof" => Defect::ProofDiffers,
            "proof_detail" => Defect::ProofDetailDiffers,
            "reference" => Defect::ReferenceDiffers,
            "due_at" => Defect::DueDiffers,
            other => Defect::SendingDiffers(other),
        }
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Defect::BytesChanged => "the bytes do not have the stored hash",
            Defect::NotARecord => "the bytes are not a journal record in canonical form",
            Defect::ColumnsChanged => "the columns do not say what the bytes say",
            Defect::EntryMissing(seq) => return write!(f, "entry {seq} of the chain is missing"),
            Defect::WrongPrevious => "the previous hash is not that of the record before it",
            Defect::CommitmentBroken(what) => {
                return write!(f, "the value committed as {what:?} does not fit its commitment");
            }
            Defect::HeadDiffers => "the chain does not end where its head says: its end was cut off or replaced",
            Defect::StateDiffers => "the application is not in the state that its last entry commits to",
            Defect::SendingMissing(what) => {
                return write!(f, "the chain does not begin with a sending that commits to {what:?}");
            }
            Defect::RequestDiffers => "the request is not the one that was sent",
            Defect::MissionDiffers => "the application lies at another mission than the one it was sent to",
            Defect::AccountDiffers => "the application belongs to another account than the one that sent it",
            Defect::FileDiffers => "the file is not the one that was signed or confirmed",
            Defect::ProofDiffers => "the signature or seal is not the one that came with the file",
            Defect::ProofDetailDiffers => "what is told of the proof is not what its last check found",
            Defect::ReferenceDiffers => "the reference is not the one that was given at sending",
            Defect::DueDiffers => "the end of the term is not the one that was computed at sending",
            Defect::TermMetDiffers => "the term was not met when the application says, as its entries show",
            Defect::SendingDiffers(what) => return write!(f, "the application's {what} is not what it was at sending"),
            Defect::PaperDiffers(kind) => {
                return write!(f, "the paper {kind:?} is missing or is not the one that an entry commits to");
            }
            Defect::CertificateDiffers => "the certificate is not the one that the entries commit to",
            Defect::ComplaintDiffers => "a complaint is not the one that its entries commit to, or not where they say",
            Defect::SupplementDiffers => {
                "an addendum, or the request before it, is not the one that its entry commits to"
            }
            Defect::TimestampDiffers => "the timestamp of a signature is not the one that its entry commits to",
            Defect::ComparisonDiffers => {
                "a comparison with the papers is not the one that its entry commits to, or not where it says"
            }
            Defect::ConflictDiffers => "a word on who may not decide the case is not the one that its entry commits to",
            Defect::DecisionDiffers => "a decision or its proof is not the one that its entry commits to",
            Defect::HearingDiffers => "a step of a hearing is not the one that its entry commits to",
            Defect::MotionDiffers => "a word on what the applicant asked for is not the one that its entry commits to",
            Defect::AnnulmentDiffers => "a word on annulling the record is not the one that its entry commits to",
            Defect::LikenessDiffers => "a word on two cases that look alike is not the one that its entry commits to",
            Defect::OutgoingDiffers => "a notice to another body is not the one that its entry commits to",
            Defect::NoteDiffers => "an internal note is not the one that its entry commits to, or not where it says",
            Defect::BlankDiffers => {
                "a blank of the case is not the one that its entry commits to, or not where it says"
            }
            Defect::ApplicationMissing => "the application of this chain is not there",
            Defect::EntriesMissing => "the application has no journal entries",
            Defect::SealMissing(n) => return write!(f, "seal {n} is missing"),
            Defect::RootDiffers => "the entries are not those that the seal covers",
            Defect::PositionsChanged => "the global positions do not fit the seals",
            Defect::PlaceLost => "the entry is neither sealed nor waiting for a seal",
            Defect::ExpectedHeadMissing => {
                "the expected head is not in the journal: its end was cut off, or it is another journal"
            }
        };
        f.write_str(text)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = [("seal", self.seal), ("entry", self.entry), ("seq", self.seq)];
        for (name, number) in numbers {
            if let Some(number) = number {
                write!(f, "{name} {number}, ")?;
            }
        }
        if let Some(chain) = &self.chain {
            write!(f, "chain {chain}, ")?;
        }
        self.what.fmt(f)
    }
}
