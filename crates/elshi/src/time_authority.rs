//! The time-stamping authority that `trust.toml` names (`[tsp]`), asked over HTTP.
//! Here so that the office knows neither the file nor the network. It must never judge a token: the engine does.

use std::path::PathBuf;

use futures_util::future::BoxFuture;
use gateways::nca::{HttpNca, Nca, Question};
use office::trust::TimeAuthority;

use crate::trust::settings::Settings;

/// One authority. The file is read each time, so that a change counts without a new start.
pub struct TspOverHttp {
    folder: PathBuf,
    nca: HttpNca,
}

impl TspOverHttp {
    /// The authority of a trust folder.
    pub fn new(folder: PathBuf, nca: HttpNca) -> Self {
        Self { folder, nca }
    }
}

impl TimeAuthority for TspOverHttp {
    fn address(&self) -> Option<String> {
        match Settings::read(&self.folder) {
            Ok(settings) => settings.tsp().map(str::to_owned),
            Err(why) => {
                tracing::error!(%why, "no timestamps are asked for");
                None
            }
        }
    }

    fn ask<'a>(&'a self, request: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, String>> {
        Box::pin(async move {
            let address = self.address().ok_or("trust.toml names no [tsp] address")?;
            self.nca.ask(&address, &Question::Timestamp(request.to_vec())).await.got()
        })
    }
}
