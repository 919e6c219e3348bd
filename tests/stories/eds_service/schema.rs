//! Holds answers against an OpenAPI 3.1 document. Knows the words of JSON Schema that the document uses, and refuses others:
//! a document that says more than this can check would prove nothing.

use serde_json::Value;

/// Words that say nothing about a value.
const REMARKS: [&str; 4] = ["description", "default", "format", "required"];

/// The document.
pub struct Document(Value);

impl Document {
    /// Of its JSON.
    pub fn new(document: Value) -> Document {
        assert_eq!(document["openapi"], "3.1.0");
        Document(document)
    }

    /// Addresses with their methods.
    pub fn addresses(&self) -> Vec<(String, String)> {
        let paths = self.0["paths"].as_object().unwrap();
        let methods = |(path, item): (&String, &Value)| {
            let named = item.as_object().unwrap().keys().cloned();
            let path = path.clone();
            named.map(move |method| (path.clone(), method)).collect::<Vec<_>>()
        };
        paths.iter().flat_map(methods).collect()
    }

    /// The answer must stand in the document: its status, its type and every field of it.
    #[track_caller]
    pub fn check(&self, method: &str, path: &str, status: u16, media_type: &str, answer: &Value) {
        let responses = &self.0["paths"][path][method]["responses"];
        assert!(responses.is_object(), "{method} {path} is not in the document");
        let response = &responses[status.to_string()];
        assert!(response.is_object(), "{path}: status {status} is not in the document: {answer}");
        let essence = media_type.split(';').next().unwrap_or_default();
        let schema = &response["content"][essence]["schema"];
        assert!(schema.is_object(), "{path} {status}: {essence:?} is not in the document: {answer}");
        let mut faults = vec![];
        self.hold(schema, answer, "", &mut faults);
        assert_eq!(faults, Vec::<String>::new(), "{path} {status}: {answer}");
    }

    fn hold(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        for (word, says) in schema.as_object().unwrap() {
            match word.as_str() {
                "$ref" => {
                    let target = self.0.pointer(says.as_str().unwrap().trim_start_matches('#'));
                    self.hold(target.expect("a $ref leads nowhere"), value, at, faults);
                }
                "type" => is_of(says, value, at, faults),
                "enum" if !says.as_array().unwrap().contains(value) => {
                    faults.push(format!("{at}: {value} is none of {says}"))
                }
                "items" => {
                    let items = value.as_array().into_iter().flatten().enumerate();
                    items.for_each(|(n, item)| self.hold(says, item, &format!("{at}/{n}"), faults));
                }
                "properties" => self.fields(schema, value, at, faults),
                "enum" | "additionalProperties" | "minItems" | "maxItems" => {}
                other => assert!(REMARKS.contains(&other), "this test does not know {other:?}"),
            }
        }
    }

    fn fields(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        let Some(fields) = value.as_object() else { return };
        assert_eq!(schema["additionalProperties"], false, "{at}: an answer's fields must all be named");
        for (name, field) in fields {
            match schema["properties"].get(name) {
                Some(own) => self.hold(own, field, &format!("{at}/{name}"), faults),
                None => faults.push(format!("{at}/{name} is not in the document")),
            }
        }
        let needed = schema["required"].as_array().unwrap().iter().filter_map(Value::as_str);
        faults.extend(needed.filter(|name| !fields.contains_key(*name)).map(|name| format!("{at}/{name} is missing")));
    }
}

fn is_of(says: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let admitted =
        says.as_str().map_or_else(|| says.as_array().unwrap().iter().any(|one| one == kind), |one| one == kind);
    if !admitted {
        faults.push(format!("{at}: {kind} where the document says {says}"));
    }
}

#[test]
fn a_field_too_many_a_field_too_few_and_a_wrong_type_are_seen() {
    let schema = serde_json::json!({
        "openapi": "3.1.0",
        "components": {"schemas": {"A": {"type": "object", "additionalProperties": false, "required": ["a"],
            "properties": {"a": {"type": ["string", "null"]}, "b": {"enum": [1]}}}}}
    });
    let document = Document::new(schema);
    let faults = |value: Value| {
        let mut faults = vec![];
        document.hold(&serde_json::json!({"$ref": "#/components/schemas/A"}), &value, "", &mut faults);
        faults.len()
    };
    assert_eq!(faults(serde_json::json!({"a": null, "b": 1})), 0);
    assert_eq!(faults(serde_json::json!({"a": "x", "c": 1})), 1);
    assert_eq!(faults(serde_json::json!({})), 1);
    assert_eq!(faults(serde_json::json!({"a": 1})), 1);
    assert_eq!(faults(serde_json::json!({"a": "x", "b": 2})), 1);
    assert_eq!(faults(serde_json::json!([])), 1);
}
