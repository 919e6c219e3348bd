//! An NCA without a network: answers by a rule. For tests, and for an installation that brings its files by hand.
//! It must never reach anything.

use futures_util::future::BoxFuture;

use super::{Answer, Nca, Question};

type Rule = dyn Fn(&str, &Question) -> Answer + Send + Sync;

/// Answers what its rule says.
pub struct LocalNca(Box<Rule>);

impl LocalNca {
    pub fn new(rule: impl Fn(&str, &Question) -> Answer + Send + Sync + 'static) -> Self {
        Self(Box::new(rule))
    }
}

impl Nca for LocalNca {
    fn ask<'a>(&'a self, address: &'a str, question: &'a Question) -> BoxFuture<'a, Answer> {
        let answer = match (self.0)(address, question) {
            Answer::Got(octets) if octets.len() > question.bytes_max() => {
                Answer::Refused(super::Refusal::TooLarge(question.bytes_max()))
            }
            Answer::Got(octets) => question.admits(&octets).map_or_else(Answer::Refused, |()| Answer::Got(octets)),
            other => other,
        };
        Box::pin(std::future::ready(answer))
    }
}
