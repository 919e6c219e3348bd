//! What a list covers: issuingDistributionPoint (RFC 5280 5.2.5).
//! Here because a list of some certificates or some reasons proves who is revoked, but not who is good.
//! It must never take an indirect list for the issuer's own.

use crate::der::{self, Error, Rules};
use crate::x509::Certificate;

/// Names of one distribution point; more is refused.
const NAMES_MAX: usize = 16;

/// Limits of a list; the default covers everything.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// GeneralNames in DER, one of which a certificate must point to. `None` = no distribution point is named.
    points: Option<Vec<Vec<u8>>>,
    users_only: bool,
    authorities_only: bool,
    /// onlySomeReasons, or attribute certificates only: never proves that a certificate is good.
    partial: bool,
}

impl Scope {
    /// Reads the extension's body. An indirect list is `Err(Value)`: its entries may be another issuer's.
    pub(super) fn parse(body: &[u8]) -> Result<Self, Error> {
        let mut scope = Self::default();
        let mut fields = der::single(body, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        if let Some(name) = fields.optional(der::context_constructed(0))? {
            scope.points = Some(match name.enter()?.read()? {
                full if full.tag == der::context_constructed(0) => {
                    full.enter()?.rest(NAMES_MAX)?.iter().map(|name| name.raw.to_vec()).collect()
                }
                // A name relative to the issuer: no certificate of this profile points to one.
                _ => Vec::new(),
            });
        }
        let mut flag = |number: u8| fields.optional(der::context(number))?.map_or(Ok(false), |flag| flag.boolean());
        scope.users_only = flag(1)?;
        scope.authorities_only = flag(2)?;
        scope.partial = fields.optional(der::context(3))?.is_some();
        let mut flag = |number: u8| fields.optional(der::context(number))?.map_or(Ok(false), |flag| flag.boolean());
        if flag(4)? {
            return Err(Error::Value);
        }
        scope.partial |= flag(5)?;
        fields.finish()?;
        Ok(scope)
    }

    /// A certificate that is not listed here is not revoked.
    #[must_use]
    pub fn covers(&self, certificate: &Certificate) -> bool {
        let extensions = certificate.extensions();
        let kind = if extensions.ca { !self.users_only } else { !self.authorities_only };
        let pointed = self.points.as_ref().is_none_or(|points| {
            let body = extensions.crl_distribution_points.as_deref().unwrap_or_default();
            points.iter().any(|point| body.windows(point.len().max(1)).any(|window| window == point.as_slice()))
        });
        kind && pointed && !self.partial
    }
}
