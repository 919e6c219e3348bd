//! One figure: its name, unit and goal, what came out, and the line that says so.
//!
//! Here so that JSON and table tell the same. Must never leave out a peer that is missing, nor call a missed goal met.

use super::rig::Rig;
use serde_json::{Value, json};

/// What a figure must reach.
#[derive(Clone, Copy)]
pub enum Goal {
    /// Nothing; smaller or larger may be better, the page of figures says which.
    None,
    /// Smaller is better, in the figure's unit.
    Under(f64),
    /// Larger is better, in the figure's unit.
    AtLeast(f64),
    /// Smaller is better: so many times the peer's figure.
    RatioUnder(f64),
    /// Larger is better: so many times the peer's figure.
    RatioAtLeast(f64),
}

/// One measurement.
pub struct Bench {
    pub name: &'static str,
    pub unit: &'static str,
    pub goal: Goal,
    /// Who does the same work in this run, if anybody can.
    pub peer: Option<&'static str>,
    pub measure: fn(&Rig) -> Result<Measured, String>,
}

/// What came out.
pub struct Measured {
    pub value: f64,
    /// The peer's figure of this run; `None` where the peer is not on this machine.
    pub peer_value: Option<f64>,
    /// Another peer, for the table.
    pub also: Option<Beside>,
    /// Something else that must hold as well.
    pub bound: Option<Bound>,
}

/// A second peer.
pub struct Beside {
    pub who: &'static str,
    pub value: Option<f64>,
}

/// A second value of the same run, smaller is better.
pub struct Bound {
    /// Its name in JSON, unit included.
    pub name: &'static str,
    pub unit: &'static str,
    pub value: f64,
    pub under: f64,
}

impl Measured {
    /// A figure without a peer.
    pub fn alone(value: f64) -> Self {
        Self::beside(value, None)
    }

    /// A figure and its peer's.
    pub fn beside(value: f64, peer_value: Option<f64>) -> Self {
        Self { value, peer_value, also: None, bound: None }
    }

    /// Ours over theirs.
    fn ratio(&self) -> Option<f64> {
        self.peer_value.filter(|peer| *peer > 0.0).map(|peer| self.value / peer)
    }
}

impl Goal {
    /// In words; nothing where there is none.
    fn text(self, unit: &str) -> Option<String> {
        match self {
            Self::None => None,
            Self::Under(most) => Some(format!("under {most} {unit}")),
            Self::AtLeast(least) => Some(format!("{least} {unit}")),
            Self::RatioUnder(most) => Some(format!("under {most}x")),
            Self::RatioAtLeast(least) => Some(format!("{least}x")),
        }
    }

    /// Is it met? `None` where nobody can tell.
    fn is_met(self, measured: &Measured) -> Option<bool> {
        match self {
            Self::None => None,
            Self::Under(most) => Some(measured.value < most),
            Self::AtLeast(least) => Some(measured.value >= least),
            Self::RatioUnder(most) => measured.ratio().map(|ratio| ratio < most),
            Self::RatioAtLeast(least) => measured.ratio().map(|ratio| ratio >= least),
        }
    }
}

/// Heads the lines of [`row`].
pub const TABLE_HEAD: &str = "| figure | value | goal | | peer in the same run | ratio |\n|---|---|---|---|---|---|";

/// One JSON object: `bench`, `unit`, `value`, `peer`, `peer_value`, `ratio`, and the second value where there is one.
pub fn json_line(bench: &Bench, measured: &Measured) -> String {
    let mut object = json!({
        "bench": bench.name,
        "unit": bench.unit,
        "value": rounded(measured.value),
        "peer": bench.peer,
        "peer_value": measured.peer_value.map(rounded),
        "ratio": measured.ratio().map(rounded),
    });
    if let (Some(bound), Value::Object(fields)) = (&measured.bound, &mut object) {
        fields.insert(bound.name.to_owned(), json!(rounded(bound.value)));
    }
    object.to_string()
}

/// One row of the table.
pub fn row(bench: &Bench, measured: &Measured) -> String {
    let (name, unit) = (bench.name, bench.unit);
    let mut values = vec![format!("{} {unit}", rounded(measured.value))];
    let mut goals: Vec<String> = bench.goal.text(unit).into_iter().collect();
    let mut met = bench.goal.is_met(measured);
    if let Some(bound) = &measured.bound {
        values.push(format!("{}: {} {}", bound.name, rounded(bound.value), bound.unit));
        goals.push(format!("{} under {} {}", bound.name, bound.under, bound.unit));
        met = Some(met != Some(false) && bound.value < bound.under);
    }
    let met = match met {
        _ if goals.is_empty() => "",
        None => "not to be told",
        Some(true) => "met",
        Some(false) => "MISSED",
    };
    let goals = if goals.is_empty() { "none".to_owned() } else { goals.join(", ") };
    let peers = [bench.peer.map(|who| (who, measured.peer_value)), measured.also.as_ref().map(|a| (a.who, a.value))];
    let peers: Vec<String> = peers.into_iter().flatten().map(|(who, value)| peer_text(who, value, unit)).collect();
    let peers = if peers.is_empty() { "none".to_owned() } else { peers.join("; ") };
    let ratio = measured.ratio().map_or_else(String::new, |ratio| rounded(ratio).to_string());
    format!("| {name} | {} | {goals} | {met} | {peers} | {ratio} |", values.join(", "))
}

fn peer_text(who: &str, value: Option<f64>, unit: &str) -> String {
    value.map_or_else(|| format!("{who}: missing"), |value| format!("{who}: {} {unit}", rounded(value)))
}

/// Three digits after the point: more would be noise.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bench(goal: Goal, peer: Option<&'static str>) -> Bench {
        Bench { name: "name", unit: "1/s", goal, peer, measure: |_| Err("never measured".to_owned()) }
    }

    fn of_json(measured: &Measured) -> Value {
        serde_json::from_str(&json_line(&bench(Goal::None, Some("Peer")), measured)).unwrap()
    }

    /// The fourth column.
    fn met(goal: Goal, measured: &Measured) -> String {
        row(&bench(goal, Some("Peer")), measured).split(" | ").nth(3).unwrap().to_owned()
    }

    #[test]
    fn a_missing_peer_is_said() {
        let missing = Measured { also: Some(Beside { who: "Other", value: None }), ..Measured::alone(1.0) };
        let row = row(&bench(Goal::None, Some("Peer")), &missing);
        assert!(row.contains("Peer: missing; Other: missing"), "{row}");
        let object = of_json(&missing);
        assert_eq!(
            (&object["peer"], &object["peer_value"], &object["ratio"]),
            (&json!("Peer"), &Value::Null, &Value::Null)
        );
    }

    #[test]
    fn a_json_line_has_exactly_the_fields_of_the_contract() {
        let line = json_line(&bench(Goal::None, Some("Peer")), &Measured::beside(3.000_04, Some(2.0)));
        let expected = json!({
            "bench": "name", "unit": "1/s", "value": 3.0, "peer": "Peer", "peer_value": 2.0, "ratio": 1.5
        });
        assert_eq!((serde_json::from_str::<Value>(&line).unwrap(), line.contains('\n')), (expected, false));
    }

    #[test]
    fn the_ratio_is_ours_over_theirs() {
        assert_eq!(of_json(&Measured::beside(3.0, Some(2.0)))["ratio"], json!(1.5));
        assert_eq!(of_json(&Measured::beside(3.0, Some(0.0)))["ratio"], Value::Null);
    }

    #[test]
    fn each_goal_has_its_direction() {
        let of = |value| Measured::beside(value, Some(2.0));
        for (goal, good, bad) in [
            (Goal::Under(2.0), 1.9, 2.0),
            (Goal::AtLeast(2.0), 2.0, 1.9),
            (Goal::RatioUnder(1.0), 1.9, 2.0),
            (Goal::RatioAtLeast(1.0), 2.0, 1.9),
        ] {
            assert_eq!((met(goal, &of(good)).as_str(), met(goal, &of(bad)).as_str()), ("met", "MISSED"));
        }
        assert_eq!(met(Goal::RatioAtLeast(1.0), &Measured::alone(9.0)), "not to be told");
        assert_eq!(met(Goal::None, &Measured::alone(9.0)), "");
    }

    #[test]
    fn a_second_value_is_printed_and_must_hold_as_well() {
        let of = |value, p99| {
            let bound = Bound { name: "p99_ms", unit: "ms", value: p99, under: 100.0 };
            Measured { bound: Some(bound), ..Measured::alone(value) }
        };
        assert_eq!(of_json(&of(1.0, 61.5))["p99_ms"], json!(61.5));
        assert_eq!(met(Goal::AtLeast(1.0), &of(1.0, 61.5)), "met");
        assert_eq!(met(Goal::AtLeast(1.0), &of(1.0, 100.0)), "MISSED");
        assert_eq!(met(Goal::AtLeast(2.0), &of(1.0, 61.5)), "MISSED");
    }
}
