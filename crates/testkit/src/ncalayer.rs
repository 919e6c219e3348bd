//! ncalayer
pub struct Ncalayer;
