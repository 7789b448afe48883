//! The program: hands its arguments to the library.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use mahdar::cli::{Io, Launch, run};
use mahdar::document::Stamp;

#[expect(clippy::disallowed_methods, reason = "this is where the time comes from")]
fn main() -> ExitCode {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let mut stdin = std::io::stdin().lock();
    let mut stdout = std::io::BufWriter::new(std::io::stdout().lock());
    let mut stderr = std::io::stderr().lock();
    let env = |name: &str| std::env::var_os(name);
    let now = Stamp(i64::try_from(now).unwrap_or(i64::MAX));
    let mut io = Io { stdin: &mut stdin, stdout: &mut stdout, stderr: &mut stderr, env: &env, now };
    match run(std::env::args_os().skip(1), &mut io) {
        Launch::Exit(code) => code.into(),
        #[cfg(feature = "gui")]
        Launch::Window { files, demo } => {
            // The window's threads write to standard error themselves when something goes wrong.
            drop((stdin, stdout, stderr));
            match mahdar::ui::run(files, demo) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    let mut stderr = std::io::stderr();
                    let mut io = Io {
                        stdin: &mut std::io::empty(),
                        stdout: &mut std::io::sink(),
                        stderr: &mut stderr,
                        env: &env,
                        now,
                    };
                    mahdar::cli::no_window(&mut io, &error).into()
                }
            }
        }
        // Never asked for in a build without a window.
        #[cfg(not(feature = "gui"))]
        Launch::Window { .. } => ExitCode::FAILURE,
    }
}
