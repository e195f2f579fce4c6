//! Turns the head of a request into "may it come in?".
//! Knows nothing of what is asked for.
//!
//! A page of another site, open in the same browser, can send requests to this machine. It must learn nothing: a name
//! that it made point here (DNS rebinding) is not on the list of hosts, a request that says that it comes from elsewhere
//! is refused, and the channel of changes wants a token that only our own pages hold. No answer says that other sites may
//! read it.

use anyhow::Context;
use hyper::header::{HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN};
use hyper::{Method, StatusCode};
use std::net::{IpAddr, SocketAddr};

/// The header in which our pages give the token back. A header of its own cannot be sent from another site unasked.
pub(super) const TOKEN: &str = "diptych-token";

/// Says where a request comes from; only browsers can set it.
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Who may come in.
pub(super) struct Guard {
    address: SocketAddr,
    /// Names without port, in small letters.
    hosts: Vec<String>,
    token: String,
}

impl Guard {
    /// For this address, under these names besides those of this machine itself.
    pub(super) fn new(address: SocketAddr, hosts: &[String]) -> anyhow::Result<Guard> {
        let mut random = [0; 16];
        getrandom::fill(&mut random).context("the machine gives no random numbers")?;
        let token = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut hosts: Vec<String> = hosts.iter().map(|host| host.to_lowercase()).collect();
        if !address.ip().is_unspecified() {
            hosts.push(bare(address.ip()));
        }
        Ok(Guard { address, hosts, token })
    }

    /// Where the home page is.
    pub(super) fn url(&self) -> String {
        let port = self.address.port();
        let ip = self.address.ip();
        if ip.is_loopback() || ip.is_unspecified() {
            return format!("http://localhost:{port}/");
        }
        format!("http://{}:{port}/", bare(ip))
    }

    /// The secret of this run.
    pub(super) fn token(&self) -> &str {
        &self.token
    }

    /// Lets a request in, or says why not.
    pub(super) fn admit(&self, method: &Method, headers: &HeaderMap) -> Result<(), StatusCode> {
        let host = only(headers, &HOST).filter(|host| self.knows(host)).ok_or(StatusCode::FORBIDDEN)?;
        if let Some(origin) = headers.get(ORIGIN) {
            let own = format!("http://{host}");
            if !origin.to_str().is_ok_and(|origin| origin.eq_ignore_ascii_case(&own)) {
                return Err(StatusCode::FORBIDDEN);
            }
        }
        match *method {
            Method::GET | Method::HEAD => Ok(()),
            _ => Err(StatusCode::METHOD_NOT_ALLOWED),
        }
    }

    /// Lets a request in to the channel of changes.
    pub(super) fn admit_to_changes(&self, headers: &HeaderMap) -> Result<(), StatusCode> {
        let is_ours = headers.get(FETCH_SITE).is_none_or(|site| site == "same-origin");
        let token = headers.get(TOKEN).map(HeaderValue::as_bytes);
        if is_ours && token == Some(self.token.as_bytes()) { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
    }

    /// True for a name of this machine, or one that was allowed; the port must be ours, where it is said.
    fn knows(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
            _ => (host, None),
        };
        let is_port = port.unwrap_or("80").parse() == Ok(self.address.port());
        let name = name.to_lowercase();
        let is_local = name == "localhost"
            || name.ends_with(".localhost")
            || name.trim_matches(['[', ']']).parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
        is_port && (is_local || self.hosts.contains(&name))
    }
}

fn bare(ip: IpAddr) -> String {
    if ip.is_ipv6() { format!("[{ip}]") } else { ip.to_string() }
}

/// The value of a header that stands there once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard() -> Guard {
        Guard::new("127.0.0.1:4000".parse().unwrap(), &["Preview.test".to_owned()]).unwrap()
    }

    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        lines.iter().fold(HeaderMap::new(), |mut headers, (name, value)| {
            headers.append(*name, value.parse().unwrap());
            headers
        })
    }

    #[test]
    fn only_names_of_this_machine_are_known() {
        let guard = guard();
        for host in ["localhost:4000", "a.localhost:4000", "127.0.0.1:4000", "127.1.2.3:4000", "[::1]:4000"] {
            assert!(guard.knows(host), "{host}");
        }
        assert!(guard.knows("LOCALHOST:4000") && guard.knows("preview.test:4000"));
        for host in [
            "",
            "evil.test:4000",
            "localhost",
            "localhost:80",
            "localhost.evil.test:4000",
            "evillocalhost:4000",
        ] {
            assert!(!guard.knows(host), "{host}");
        }
        for host in
            ["10.0.0.1:4000", "localhost:4000@evil.test", "localhost:04000x", "[::2]:4000", "0.0.0.0:4000"]
        {
            assert!(!guard.knows(host), "{host}");
        }
    }

    #[test]
    fn requests_from_elsewhere_are_refused() {
        let guard = guard();
        let get = |lines: &[(&'static str, &str)]| guard.admit(&Method::GET, &headers(lines));
        let host = ("host", "localhost:4000");
        assert_eq!(get(&[host]), Ok(()));
        assert_eq!(get(&[host, ("origin", "http://localhost:4000")]), Ok(()));
        for origin in ["http://evil.test", "null", "https://localhost:4000", "http://127.0.0.1:4000", ""] {
            assert_eq!(get(&[host, ("origin", origin)]), Err(StatusCode::FORBIDDEN), "{origin}");
        }
        assert_eq!(get(&[]), Err(StatusCode::FORBIDDEN));
        assert_eq!(get(&[host, ("host", "evil.test")]), Err(StatusCode::FORBIDDEN), "two hosts");
        for method in
            [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH, Method::TRACE]
        {
            let refused = guard.admit(&method, &headers(&[host]));
            assert_eq!(refused, Err(StatusCode::METHOD_NOT_ALLOWED), "{method}");
        }
    }

    #[test]
    fn changes_are_told_to_whoever_has_the_token() {
        let guard = guard();
        let token = guard.token().to_owned();
        let ask = |lines: &[(&'static str, &str)]| guard.admit_to_changes(&headers(lines)).is_ok();
        assert!(ask(&[(TOKEN, &token)]) && ask(&[(TOKEN, &token), ("sec-fetch-site", "same-origin")]));
        assert!(!ask(&[]) && !ask(&[(TOKEN, "")]) && !ask(&[(TOKEN, &token[1..])]));
        assert!(!ask(&[(TOKEN, &token), ("sec-fetch-site", "cross-site")]));
        assert_ne!(token, self::guard().token(), "each run has its own");
    }
}
