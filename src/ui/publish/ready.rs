//! What is made for a channel, on a thread of its own: the very bytes, what they are worth, and what can be copied.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::channel::{Channel, Order};
use crate::arabic::Date;
use crate::document::{Document, RecordId};
use crate::export::{self, Error, Exported, Format, Image, Leak, Options, Pictures, Warning};
use crate::ui::clipboard::Content;

/// How far some work is, told by the thread that does it; and whether it is still wanted.
#[derive(Default, Debug)]
pub struct Watching {
    done: AtomicUsize,
    all: AtomicUsize,
    stopped: AtomicBool,
}

impl Watching {
    /// It is not wanted any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it is not wanted any more.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How much of it is done, from 0 to 1.
    #[must_use]
    pub fn part(&self) -> f32 {
        let (done, all) = (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed));
        #[expect(clippy::cast_precision_loss, reason = "paragraphs of a record")]
        let part = done as f32 / all.max(1) as f32;
        part.clamp(0.0, 1.0)
    }

    /// So much of so much is done; whether to go on.
    pub fn tell(&self, done: usize, all: usize) -> bool {
        self.done.store(done, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
        !self.is_stopped()
    }
}

/// What is given with a record to make something of it.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The pictures the record names, as far as they were found.
    pub pictures: Pictures,
    /// The folder of the record's file, where more of them may lie.
    pub folder: Option<PathBuf>,
    /// The day.
    pub today: Option<Date>,
    /// The name of a record made for others.
    pub record: Option<RecordId>,
}

impl Given {
    /// Reads the pictures that lie beside the record.
    pub fn find_pictures(&mut self, document: &Document) {
        if let Some(folder) = &self.folder {
            self.pictures.find_in(folder, document);
        }
    }

    /// How a text is written with them.
    fn options<'a>(
        &'a self,
        images: &'a [Image<'a>],
        watch: &'a dyn Fn(usize, usize) -> bool,
    ) -> Options<'a> {
        Options {
            images,
            too_large: &self.pictures.too_large,
            today: self.today,
            record: self.record,
            watch: Some(watch),
            ..Options::default()
        }
    }
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its words, where it is a text.
    pub text: Option<String>,
    /// What can be pasted of it.
    pub content: Content,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
    /// What is in it and must not be; nothing where its bytes do not tell.
    pub leaks: Option<Vec<Leak>>,
    /// The names of the pictures that stand in it.
    pub pictures: Vec<String>,
    /// How many letters and how many words it has, where it is a text.
    pub length: (usize, usize),
}

/// Makes what goes to a channel. Every way out of the window goes through here.
///
/// # Errors
/// [`Error`].
pub fn ready(
    document: &Document,
    order: Order,
    given: &Given,
    watch: &dyn Fn(usize, usize) -> bool,
) -> Result<Ready, Error> {
    let view = order.view();
    let images = given.pictures.images();
    let options = given.options(&images, watch);
    let write = |format: Format| export::export(document, &view, options, format);
    let format = order.channel.format();
    let Exported { bytes, warnings, pictures } = write(format)?;
    let is_text = !matches!(order.channel.shows(), super::Shows::Pages);
    let text = is_text.then(|| String::from_utf8_lossy(&bytes).into_owned());
    let plain = match &text {
        Some(text) => text.clone(),
        None => String::from_utf8_lossy(&write(Format::Txt)?.bytes).into_owned(),
    };
    let html = if order.channel.is_rich() {
        // What cannot be copied rich is copied plain.
        write(Format::HtmlFragment).ok().map(|made| String::from_utf8_lossy(&made.bytes).into_owned())
    } else {
        None
    };
    // Paper hides its words: what is found in the plain text stands on it too, what is not found proves nothing.
    let hidden = || export::leaks(document, plain.as_bytes(), Format::Txt).filter(|leaks| !leaks.is_empty());
    let mut leaks = export::leaks(document, &bytes, format).or_else(hidden);
    if order.is_reviewed() {
        // Remarks stand in it by right.
        if let Some(leaks) = &mut leaks {
            leaks.retain(|leak| !matches!(leak, Leak::Remark(_)));
        }
    }
    let length = text.as_deref().map_or((0, 0), export::length);
    if !watch(1, 1) {
        return Err(Error::Stopped);
    }
    Ok(Ready { bytes, text, content: Content { text: plain, html }, warnings, leaks, pictures, length })
}

/// What goes to a channel, on paper.
///
/// # Errors
/// [`Error`].
pub fn paper(
    document: &Document,
    order: Order,
    given: &Given,
    watch: &dyn Fn(usize, usize) -> bool,
) -> Result<Vec<u8>, Error> {
    let format = if order.channel == Channel::Review { Format::ReviewPdf } else { Format::Pdf };
    let images = given.pictures.images();
    let options = given.options(&images, watch);
    Ok(export::export(document, &order.view(), options, format)?.bytes)
}

/// Something being made on a thread named `export`.
#[derive(Debug)]
pub struct Making {
    /// How far it is.
    pub watching: Arc<Watching>,
    /// When it began.
    pub since: f64,
    made: Receiver<Result<Ready, Error>>,
}

impl Making {
    /// Begins; `wake` is called when it has ended. Nothing if no thread could be started.
    #[must_use]
    pub fn begin(
        document: Document,
        order: Order,
        mut given: Given,
        since: f64,
        gate: super::Gate,
        wake: impl FnOnce() + Send + 'static,
    ) -> Option<Self> {
        let watching = Arc::new(Watching::default());
        let (send, made) = channel();
        let own = Arc::clone(&watching);
        let thread = std::thread::Builder::new().name("export".into()).spawn(move || {
            gate.pass(&own);
            given.find_pictures(&document);
            // Nobody listens any more once it is not wanted.
            let watch = |done: usize, all: usize| own.tell(done, all);
            let _ = send.send(ready(&document, order, &given, &watch));
            wake();
        });
        thread.ok().map(|_| Self { watching, since, made })
    }

    /// What became of it; nothing while it is under way.
    #[must_use]
    pub fn ended(&self) -> Option<Result<Ready, Error>> {
        match self.made.try_recv() {
            Ok(made) => Some(made),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Error::Stopped)),
        }
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        self.watching.stop();
    }
}
