//! A static file server for this machine: `serve` shows the site with it, the journeys test the site on it.
//! It answers GET and HEAD below one prefix and nothing else, so that a link out of a sub-path is seen to fail.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::{fs, io, thread};

/// A folder shown below a path of the server.
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// Where it is shown, with a slash at both ends.
    pub prefix: String,
}

/// A server that listens.
pub struct Server {
    listener: TcpListener,
    site: Arc<Site>,
}

impl Server {
    /// Listens on loopback only; port 0 takes a free one.
    pub fn bind(site: Site, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        Ok(Self { listener, site: Arc::new(site) })
    }

    /// The site's address.
    pub fn url(&self) -> io::Result<String> {
        let address: SocketAddr = self.listener.local_addr()?;
        Ok(format!("http://{address}{}", self.site.prefix))
    }

    /// Answers requests until the program ends.
    pub fn run(self) {
        for stream in self.listener.incoming().flatten() {
            let site = Arc::clone(&self.site);
            thread::spawn(move || {
                // A browser that goes away in the middle of a download is no error of the server.
                let _ = connection(&stream, &site);
            });
        }
    }
}

/// Answers the requests of one connection, which browsers keep open.
fn connection(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut head = Vec::new();
        loop {
            let mut line = Vec::new();
            if (&mut reader).take(16 * 1024).read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            if line == b"\r\n" || line == b"\n" {
                break;
            }
            head.push(String::from_utf8_lossy(&line).trim_end().to_owned());
            if head.len() > 200 {
                return Ok(());
            }
        }
        let mut words = head.first().map_or("", String::as_str).split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        if method != "GET" && method != "HEAD" {
            return answer(stream, "405 Method Not Allowed", "text/plain", b"only GET", false, true);
        }
        let body = method == "GET";
        match find(site, target) {
            Some(file) => {
                let bytes = fs::read(&file)?;
                answer(stream, "200 OK", mime(&file), &bytes, body, false)?;
            }
            None => answer(stream, "404 Not Found", "text/plain; charset=utf-8", b"nothing here\n", body, false)?,
        }
    }
}

fn answer(mut stream: &TcpStream, status: &str, mime: &str, bytes: &[u8], body: bool, close: bool) -> io::Result<()> {
    let connection = if close { "close" } else { "keep-alive" };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: {connection}\r\n\r\n",
        bytes.len()
    );
    let mut out = head.into_bytes();
    if body {
        out.extend_from_slice(bytes);
    }
    stream.write_all(&out)
}

/// The file that a request target names, if there is one inside the site's folder.
fn find(site: &Site, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let inside = decode(path)?;
    let inside = inside.strip_prefix(&site.prefix)?;
    let relative = Path::new(inside);
    // `..`, a drive or a second root would leave the folder.
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) || inside.contains(['\\', '\0']) {
        return None;
    }
    let mut file = site.folder.join(relative);
    if inside.is_empty() || inside.ends_with('/') {
        file.push("index.html");
    }
    File::open(&file).ok()?.metadata().ok()?.is_file().then_some(file)
}

/// Undoes percent-encoding; `None` where it is broken or does not give UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |b: Option<u8>| char::from(b?).to_digit(16);
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "jsonl" | "webmanifest" => "application/json",
        "txt" | "md" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Site, decode, find};
    use std::path::PathBuf;

    fn site() -> Site {
        Site { folder: PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), prefix: "/a/".into() }
    }

    #[test]
    fn only_files_inside_the_folder_and_below_the_prefix_are_found() {
        let cases = [
            ("/a/main.rs", true),
            ("/a/main.rs?q=1#x", true),
            ("/a/m%61in.rs", true),
            ("/a/cmd/dist.rs", true),
            ("/main.rs", false),
            ("/a/cmd", false),
            ("/a/nothing.rs", false),
            ("/a/../Cargo.toml", false),
            ("/a/%2e%2e/Cargo.toml", false),
            ("/a/..%2fCargo.toml", false),
            ("/a//etc/passwd", false),
            ("/a/main.rs%00", false),
            ("/a/%f", false),
        ];
        for (target, there) in cases {
            assert_eq!(find(&site(), target).is_some(), there, "{target}");
        }
    }

    #[test]
    fn percent_encoding_is_undone() {
        assert_eq!(decode("/t%C3%ADch").as_deref(), Some("/tích"));
        assert_eq!(decode("/%ff"), None);
        assert_eq!(decode("/%"), None);
    }
}
