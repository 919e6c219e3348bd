//! The simulated NCALayer over the wire, spoken to as the npm client speaks.
//!
//! Must never: use a fixed port.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use testkit::ncalayer::{Behaviour, StartError, Tls};
use testkit::{Algorithm, Nca, Ncalayer, Person, PersonSpec, Purpose};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, client_async, connect_async};

const ANY_PORT: &str = "127.0.0.1:0";
const SIGNING_TIME: &str = "2026-11-22T12:00:00Z";

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

fn people() -> Vec<Person> {
    let nca = Nca::new([1; 32], SIGNING_TIME.parse().unwrap());
    let authenticate =
        PersonSpec { purpose: Purpose::Authenticate, ..PersonSpec::individual("auth", Algorithm::Gost2004) };
    let specs = [
        authenticate,
        PersonSpec::individual("first", Algorithm::Gost512),
        PersonSpec::individual("second", Algorithm::Gost2004),
    ];
    specs.iter().map(|spec| nca.person(spec)).collect()
}

async fn start() -> Ncalayer {
    let ncalayer = Ncalayer::start(ANY_PORT.parse().unwrap(), Tls::Plain, people()).await.unwrap();
    ncalayer.set_time(Some(SIGNING_TIME.parse().unwrap()));
    ncalayer
}

async fn connect(ncalayer: &Ncalayer) -> Socket {
    let (mut socket, _) = connect_async(ncalayer.url()).await.unwrap();
    assert_eq!(next(&mut socket).await, json!({"result": {"version": "1.4"}}));
    socket
}

async fn next<S>(socket: &mut S) -> Value
where
    S: StreamExt<Item = Result<Message, tokio_tungstenite::tungstenite::Error>> + Unpin,
{
    let message = socket.next().await.unwrap().unwrap();
    serde_json::from_str(message.to_text().unwrap()).unwrap()
}

async fn ask(socket: &mut Socket, request: &Value) -> Value {
    socket.send(Message::text(request.to_string())).await.unwrap();
    next(socket).await
}

fn sign(data: &Value, usages: &[&str]) -> Value {
    json!({"module": "kz.gov.pki.knca.basics", "method": "sign", "args": {
        "allowedStorages": null, "format": "cms", "data": data, "locale": "ru",
        "signingParams": {"decode": true, "encapsulate": false, "digested": false},
        "signerParams": {"extKeyUsageOids": usages, "chain": []}}})
}

fn content() -> Value {
    json!(STANDARD.encode("content"))
}

const PERSON: [&str; 2] = ["1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.1"];

#[tokio::test]
async fn the_clients_probe_is_rejected_and_signing_goes_on() {
    let ncalayer = start().await;
    let mut socket = connect(&ncalayer).await;
    let probe = json!({"module": "kz.digiflow.mobile.extensions", "method": "getVersion"});
    assert_eq!(ask(&mut socket, &probe).await["code"], "500");
    let reply = ask(&mut socket, &sign(&content(), &PERSON)).await;
    let expected = people()[1].sign_detached(b"content", SIGNING_TIME.parse().unwrap());
    assert_eq!(reply, json!({"status": true, "body": {"result": testkit::cms::pem(&expected)}}));
    assert_eq!(ncalayer.requests().len(), 2);
}

#[tokio::test]
async fn keys_are_filtered_by_usage_and_storage_and_chosen_by_name() {
    let ncalayer = start().await;
    let mut socket = connect(&ncalayer).await;
    let at = SIGNING_TIME.parse().unwrap();
    let by = |index: usize| json!(testkit::cms::pem(&people()[index].sign_detached(b"content", at)));
    for (usages, signer) in [(&["1.3.6.1.5.5.7.3.2"][..], 0), (&["1.2.398.3.3.4.1.1"], 0), (&PERSON, 1), (&[], 0)] {
        assert_eq!(ask(&mut socket, &sign(&content(), usages)).await["body"]["result"], by(signer), "{usages:?}");
    }
    ncalayer.choose(Some("second"));
    assert_eq!(ask(&mut socket, &sign(&json!([content()]), &PERSON)).await["body"]["result"], json!([by(2)]));
    let cancelled = json!({"status": true, "body": {}});
    assert_eq!(ask(&mut socket, &sign(&content(), &["1.2.398.3.3.4.1.2.1"])).await, cancelled);
    let mut hardware = sign(&content(), &PERSON);
    hardware["args"]["allowedStorages"] = json!(["AKKaztokenStore"]);
    assert_eq!(ask(&mut socket, &hardware).await, cancelled);
}

#[tokio::test]
async fn it_cancels_delays_fails_and_hangs_up_as_told() {
    let ncalayer = start().await;
    let mut socket = connect(&ncalayer).await;
    let request = sign(&content(), &PERSON);
    ncalayer.behave(Behaviour::Cancel);
    assert_eq!(ask(&mut socket, &request).await, json!({"status": true, "body": {}}));
    let [code, message, details] = ["E", "no", "why"].map(str::to_owned);
    ncalayer.behave(Behaviour::Error { code, message, details });
    let failed = json!({"status": false, "code": "E", "message": "no", "details": "why"});
    assert_eq!(ask(&mut socket, &request).await, failed);
    ncalayer.behave(Behaviour::Delay(Duration::from_millis(150)));
    let asked = std::time::Instant::now();
    assert_eq!(ask(&mut socket, &request).await["status"], true);
    assert!(asked.elapsed() >= Duration::from_millis(150));
    ncalayer.behave(Behaviour::Drop);
    socket.send(Message::text(request.to_string())).await.unwrap();
    assert!(!matches!(socket.next().await, Some(Ok(_))), "the connection breaks");
    ncalayer.behave(Behaviour::Sign);
    assert_eq!(ask(&mut connect(&ncalayer).await, &request).await["status"], true);
}

#[tokio::test]
async fn bad_requests_are_answered_with_an_error() {
    let ncalayer = start().await;
    let mut socket = connect(&ncalayer).await;
    let mut xml = sign(&content(), &PERSON);
    xml["args"]["format"] = json!("xml");
    let mut without_parameters = sign(&content(), &PERSON);
    without_parameters["args"]["signingParams"] = json!(555);
    let mut timestamped = sign(&content(), &PERSON);
    timestamped["args"]["signingParams"]["tsaProfile"] = json!({});
    let not_base64 = sign(&json!("*"), &PERSON);
    for request in [xml, without_parameters, timestamped, not_base64, json!({"module": "kz.gov.pki.knca.basics"})] {
        assert_eq!(ask(&mut socket, &request).await["status"], false, "{request}");
    }
    assert_eq!(ask(&mut socket, &json!([])).await["code"], "500");
}

#[tokio::test]
async fn a_taken_port_is_said_plainly() {
    let first = start().await;
    let second = Ncalayer::start(first.address(), Tls::Plain, Vec::new()).await;
    let error = second.err().unwrap();
    assert!(matches!(error, StartError::Taken(_)));
    assert!(error.to_string().contains("real NCALayer"));
}

#[tokio::test]
async fn wss_shows_its_own_certificate() {
    let ncalayer = Ncalayer::start(ANY_PORT.parse().unwrap(), Tls::SelfSigned, people()).await.unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(ncalayer.certificate().to_vec())).unwrap();
    let configuration = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(ncalayer.address()).await.unwrap();
    let name = ServerName::try_from("127.0.0.1").unwrap();
    let stream = TlsConnector::from(Arc::new(configuration)).connect(name, stream).await.unwrap();
    let (mut socket, _) = client_async(ncalayer.url(), stream).await.unwrap();
    assert_eq!(next(&mut socket).await, json!({"result": {"version": "1.4"}}));
}
