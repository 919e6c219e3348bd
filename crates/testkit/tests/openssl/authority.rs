//! A certification authority that OpenSSL runs in a folder: root, issuing authority, signers, CRL, OCSP responder, TSA; RSA.
//! Here so that nothing of testkit's own making stands between OpenSSL and the verdict. Must never verify.

use std::fs;
use std::path::Path;

use eds::{Evidence, TrustList};
use tempfile::TempDir;

use super::tool::run;

/// The files of the authority; keys are `NAME.key`, certificates `NAME.pem`.
pub struct Authority {
    folder: TempDir,
}

const CONFIGURATION: &str = "
[req]
distinguished_name = empty
[empty]
[ca]
default_ca = issuing
[issuing]
database = index.txt
serial = serial
new_certs_dir = .
certificate = issuing.pem
private_key = issuing.key
default_md = sha256
default_days = 30
default_crl_days = 30
crlnumber = crlnumber
policy = any
unique_subject = no
copy_extensions = none
utf8 = yes
string_mask = utf8only
[any]
commonName = supplied
serialNumber = optional
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[signer]
keyUsage = critical,digitalSignature,nonRepudiation
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[responder]
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
[tsa]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[stamping]
default_tsa = service
[service]
serial = tsa-serial
default_policy = 1.2.398.3.3.2.6.2
digests = sha256
signer_digest = sha256
ess_cert_id_chain = no
";

impl Authority {
    pub fn new() -> Self {
        let authority = Self { folder: tempfile::tempdir().unwrap() };
        let folder = authority.folder();
        fs::write(folder.join("openssl.cnf"), CONFIGURATION).unwrap();
        fs::write(folder.join("index.txt"), "").unwrap();
        for number in ["serial", "crlnumber", "tsa-serial"] {
            fs::write(folder.join(number), "1001\n").unwrap();
        }
        authority.request("root", "/CN=OpenSSL root/C=KZ", 2048);
        let own = ["x509", "-req", "-in", "root.csr", "-key", "root.key", "-days", "60", "-out", "root.pem"];
        run(folder, &[&own[..], &["-extfile", "openssl.cnf", "-extensions", "authority"]].concat());
        authority.request("issuing", "/C=KZ/CN=OpenSSL issuing", 2048);
        let below = ["x509", "-req", "-in", "issuing.csr", "-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "2"];
        let to = ["-days", "50", "-out", "issuing.pem", "-extfile", "openssl.cnf", "-extensions", "authority"];
        run(folder, &[&below[..], &to].concat());
        for (name, kind) in
            [("one", "signer"), ("two", "signer"), ("gone", "signer"), ("ocsp", "responder"), ("tsa", "tsa")]
        {
            authority.issue(name, kind, 2048);
        }
        authority.issue("short", "signer", 1024);
        authority.ca(&["-revoke", "gone.pem", "-crl_reason", "keyCompromise"]);
        authority.ca(&["-gencrl", "-out", "list.pem"]);
        let chain =
            ["root.pem", "issuing.pem", "list.pem"].map(|name| fs::read_to_string(folder.join(name)).unwrap()).concat();
        fs::write(folder.join("chain.pem"), chain).unwrap();
        authority
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn request(&self, name: &str, subject: &str, bits: u32) {
        let (key, csr, bits) = (format!("{name}.key"), format!("{name}.csr"), format!("rsa:{bits}"));
        let new = ["req", "-new", "-newkey", &bits, "-nodes", "-keyout", &key, "-out", &csr, "-subj", subject];
        run(self.folder(), &[&new[..], &["-utf8", "-config", "openssl.cnf"]].concat());
    }

    fn issue(&self, name: &str, kind: &str, bits: u32) {
        self.request(name, &format!("/CN=СЫНАҚ {name}/serialNumber=IIN850417400014"), bits);
        let (csr, pem) = (format!("{name}.csr"), format!("{name}.pem"));
        self.ca(&["-in", &csr, "-out", &pem, "-notext", "-extensions", kind]);
    }

    fn ca(&self, arguments: &[&str]) {
        run(self.folder(), &[&["ca", "-config", "openssl.cnf", "-batch", "-utf8"], arguments].concat());
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder().join(name)).unwrap()
    }

    pub fn write(&self, name: &str, octets: &[u8]) {
        fs::write(self.folder().join(name), octets).unwrap();
    }

    pub fn trust(&self) -> TrustList {
        let files = [self.read("root.pem"), self.read("issuing.pem")];
        let (trust, problems) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
        assert!(problems.is_empty() && trust.listed().iter().any(|listed| !listed.anchor), "{problems:?}");
        trust
    }

    pub fn evidence(&self) -> Evidence {
        let mut evidence = Evidence::new();
        evidence.add_crl("list", &self.read("list.pem")).unwrap();
        evidence
    }

    /// `openssl cms -sign` of `content` by `signer`, in the given form.
    pub fn sign(&self, signer: &str, form: &[&str]) -> Vec<u8> {
        let (certificate, key) = (format!("{signer}.pem"), format!("{signer}.key"));
        let fixed = ["cms", "-sign", "-binary", "-in", "content", "-signer", &certificate, "-inkey", &key];
        run(self.folder(), &[&fixed[..], &["-out", "signed"], form].concat());
        self.read("signed")
    }
}
