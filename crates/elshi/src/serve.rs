//! `elshi serve`: the portal, the desk and the worker in one process.

use crate::compose::{self, Composed, OfficeArgs};
use crate::edge::SystemEdge;
use crate::trust::{refresh::Refresh, seed};
use crate::{demo, trust_folder::TrustFolder};
use clap::Args;
use gateways::nca::{HttpNca, Patience};
use jiff::Timestamp;
use office::Office;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// The worker looks for work so often.
const WORK_EVERY: Duration = Duration::from_secs(1);
/// The trust folder is looked at every so many rounds of work.
const TRUST_EVERY_ROUNDS: u32 = 5;
/// Changes of the registers whose moment has come are taken over every so many rounds.
const REGISTERS_EVERY_ROUNDS: u32 = 5;
/// Addresses of revocation lists are looked at so often; most times none is due.
const LISTS_EVERY: Duration = Duration::from_secs(20);
/// Signatures without proof of time are looked for so often.
const STAMPS_EVERY: Duration = Duration::from_secs(2);
/// Files that wait for the virus scanner are looked for so often.
const SCANS_EVERY: Duration = Duration::from_secs(1);
/// Files that are looked at for viruses at a time: a slow one does not keep the others waiting.
const SCANS_AT_ONCE: usize = 2;
/// Notices to other bodies are looked for so often.
const NOTICES_EVERY: Duration = Duration::from_secs(2);

/// Serve the portal and the desk.
///
/// A first installation: `elshi trust fetch --data DATA --register production` brings the NCA's certificates and revocation lists
/// into `DATA/trust`; choose a folder for letters, add people with `elshi admin add-staff`, then
/// `elshi serve --data DATA --host https://consul.example.kz --letters-folder /var/spool/elshi`.
#[derive(Args, Debug)]
pub struct ServeArgs {
    /// What an installation decides.
    #[command(flatten)]
    office: OfficeArgs,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, env = "ELSHI_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Where the browser finds NCALayer.
    #[arg(long, env = "ELSHI_NCALAYER", value_name = "URL", default_value = "wss://127.0.0.1:13579")]
    ncalayer: String,
    /// Network of the proxy before elshi, whose X-Forwarded-For is believed for limits: `10.0.0.0/8`. Repeatable.
    #[arg(long, env = "ELSHI_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',')]
    trusted_proxy: Vec<web::Network>,
    /// Whose installation this is, for the head of every page: TOML with `name = { kk = "…", ru = "…", en = "…" }` and, if there is
    /// one, `logo = "logo.svg"` beside it (SVG or PNG, at most 20 kB).
    #[arg(long, env = "ELSHI_OWNER", value_name = "FILE")]
    owner: Option<PathBuf>,
    /// A keystore of test keys (PKCS#12, password Qwerty12) for the simulated phone at /dev/phone, as `elshi-demo nca` writes it.
    /// Demonstrations only.
    #[arg(long, value_name = "FILE", requires = "demo")]
    phone_keys: Option<PathBuf>,
    /// Start the clock at this time (RFC 3339). Demonstrations only.
    #[arg(long, value_name = "TIME", requires = "demo")]
    clock: Option<Timestamp>,
}

/// Runs until Ctrl-C or SIGTERM.
///
/// # Errors
/// One sentence that says what to do.
pub fn run(args: ServeArgs) -> Result<(), String> {
    start_log();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| format!("runtime: {error}"))?.block_on(serve(args))
}

async fn serve(args: ServeArgs) -> Result<(), String> {
    let listener =
        TcpListener::bind(args.listen).await.map_err(|error| format!("cannot listen on {}: {error}", args.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let edge = Arc::new(SystemEdge::starting(args.clock));
    if args.office.demo && !address.ip().is_loopback() {
        return Err(format!(
            "{address}: a demonstration shows one-time codes to everybody; it listens on this computer only"
        ));
    }
    let Composed { office, trust } = compose::compose(&args.office, &address.to_string(), edge.fresh()?.now).await?;
    if args.office.demo {
        demo::seed(&office, || edge.fresh()).await?;
    }
    let (owner, assets) = crate::owner::read(args.owner.as_deref())?;
    let phone_keys = args.phone_keys.map(keystore).transpose()?;
    let settings = web::WebSettings { ncalayer: args.ncalayer, phone_keys, owner };
    let state = web::AppState::new(office.clone(), edge.clone(), Arc::new(assets), settings).behind(args.trusted_proxy);
    let router = web::router(state).into_make_service_with_connect_info::<SocketAddr>();
    if args.office.demo {
        demo::announce(&office.settings().host);
    }
    println!("listening on http://{address}");
    // After the server listens: nobody waits for a download (NCANode #132).
    let http = HttpNca::new(Patience::JOB, seed(&edge.fresh()?.bytes("nca waits")))?;
    let lists = tokio::spawn(refresh_lists(
        Refresh::new(trust.folder().to_owned(), trust.clone(), Box::new(http)),
        edge.clone(),
    ));
    let stamps = tokio::spawn(stamp(office.clone(), edge.clone()));
    let notices = tokio::spawn(tell(office.clone(), edge.clone()));
    let scans: Vec<_> = (0..SCANS_AT_ONCE).map(|_| tokio::spawn(scan(office.clone(), edge.clone()))).collect();
    let worker = tokio::spawn(work(office, trust, edge));
    let served = axum::serve(listener, router).with_graceful_shutdown(asked_to_stop()).await;
    worker.abort();
    lists.abort();
    stamps.abort();
    notices.abort();
    scans.iter().for_each(tokio::task::JoinHandle::abort);
    served.map_err(|error| format!("server: {error}"))
}

fn keystore(path: PathBuf) -> Result<Vec<u8>, String> {
    std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The worker: one round after the other until the process ends. Every job is idempotent, so it may end anywhere.
async fn work(office: Office, trust: Arc<TrustFolder>, edge: Arc<SystemEdge>) {
    let mut every = tokio::time::interval(WORK_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut round = 0_u32;
    loop {
        every.tick().await;
        round = round.wrapping_add(1);
        if round.is_multiple_of(TRUST_EVERY_ROUNDS) {
            // A list of a million entries takes a moment to read; people are served meanwhile.
            let folder = trust.clone();
            let read = tokio::task::spawn_blocking(move || folder.refresh()).await;
            match read.unwrap_or_else(|error| Err(error.to_string())) {
                Ok(true) => tracing::info!("trust list read again"),
                Ok(false) => {}
                Err(why) => tracing::error!(%why, "the trust list could not be read again; the last good one stays"),
            }
        }
        if round.is_multiple_of(REGISTERS_EVERY_ROUNDS) {
            fresh_registers(&office, &edge).await;
        }
        let done = match edge.fresh() {
            Ok(moment) => office::jobs::run_due(&office.current(), &moment).await.map_err(|error| error.to_string()),
            Err(why) => Err(why),
        };
        if let Err(error) = done {
            tracing::error!(%error, "the worker's round failed and will be repeated");
        }
    }
}

/// Takes over changes of the registers whose moment has come, also those approved at another server of the same database.
async fn fresh_registers(office: &Office, edge: &SystemEdge) {
    let done = match edge.fresh() {
        Ok(moment) => office::registers::refresh(office, moment.now).await.map_err(|error| error.to_string()),
        Err(why) => Err(why),
    };
    match done {
        Ok(true) => tracing::info!(
            edition = office.current().edition().number(),
            "another edition of the registers is in force"
        ),
        Ok(false) => {}
        Err(why) => tracing::error!(%why, "the registers could not be read again; the last good edition stays"),
    }
}

/// Keeps the revocation lists fresh where trust.toml names addresses. Files only: the worker takes them like those put by hand.
async fn refresh_lists(mut job: Refresh, edge: Arc<SystemEdge>) {
    let mut every = tokio::time::interval(LISTS_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        match edge.fresh() {
            Ok(moment) => drop(job.round(moment.now).await),
            Err(why) => tracing::error!(%why, "revocation lists are not refreshed"),
        }
    }
}

/// Hands notices over to other bodies, apart from the worker: a silent receiver delays no letter.
async fn tell(office: Office, edge: Arc<SystemEdge>) {
    let mut every = tokio::time::interval(NOTICES_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        if let Err(error) = office::outgoing::round(&office.current(), || edge.fresh()).await {
            tracing::error!(%error, "notices: the round failed and will be repeated");
        }
    }
}

/// Has enclosed files looked at for viruses, apart from the worker: a slow scanner delays no letter, and nobody waits for it.
async fn scan(office: Office, edge: Arc<SystemEdge>) {
    let mut every = tokio::time::interval(SCANS_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut is_caught_up = false;
    loop {
        every.tick().await;
        if !is_caught_up {
            is_caught_up = caught_up(&office, &edge).await;
        }
        if let Err(error) = office::scan_files::round(&office.current(), || edge.fresh()).await {
            tracing::error!(%error, "virus scan: the round failed and will be repeated");
        }
    }
}

/// The files of a time without a scanner are put in the line, once.
async fn caught_up(office: &Office, edge: &SystemEdge) -> bool {
    let done = match edge.fresh() {
        Ok(moment) => office::scan_files::catch_up(office, moment.now).await.map_err(|error| error.to_string()),
        Err(why) => Err(why),
    };
    done.inspect_err(|why| tracing::error!(%why, "virus scan: earlier files are not looked at yet")).is_ok()
}

/// Asks for proof of time, apart from the worker: a silent authority delays no letter.
async fn stamp(office: Office, edge: Arc<SystemEdge>) {
    let mut every = tokio::time::interval(STAMPS_EVERY);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        if let Err(error) = office::timestamp_signatures::round(&office.current(), || edge.fresh()).await {
            tracing::error!(%error, "timestamps: the round failed and will be repeated");
        }
    }
}

async fn asked_to_stop() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!(%error, "Ctrl-C cannot be heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => tokio::select! { () = interrupted => {}, _ = terminated.recv() => {} },
            Err(_) => interrupted.await,
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}

fn start_log() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,typst=warn"));
    // A second start in one process (tests) keeps the first log.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
