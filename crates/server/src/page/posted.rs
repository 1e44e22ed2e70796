//! A form as it is posted: its fields, and the files chosen in it.

use crate::Shared;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use her2::site::Given;

/// More fields than these are no form of a page.
const FIELDS: usize = 2000;
/// Longer names of fields and files are cut.
const NAME: usize = 200;

type Posted = (Vec<(String, String)>, Vec<Given>);

/// Reads the form, or says with which status it is refused.
pub(super) async fn read(request: Request, shared: &Shared) -> Result<Posted, StatusCode> {
    let mut form = Multipart::from_request(request, shared)
        .await
        .map_err(|_| StatusCode::UNSUPPORTED_MEDIA_TYPE)?;
    let (mut fields, mut given) = (Vec::new(), Vec::new());
    while let Some(field) = form.next_field().await.map_err(refused)? {
        if fields.len() + given.len() >= FIELDS {
            return Err(StatusCode::BAD_REQUEST);
        }
        let name = cut(field.name().unwrap_or_default());
        let file = field.file_name().map(cut);
        let bytes = field.bytes().await.map_err(refused)?;
        match file {
            // A field for files in which none was chosen.
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) => given.push(Given {
                name: file,
                bytes: bytes.into(),
            }),
            None => fields.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok((fields, given))
}

fn cut(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_control())
        .take(NAME)
        .collect()
}

/// Too large, or not as a form is written.
fn refused(error: MultipartError) -> StatusCode {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    }
}
