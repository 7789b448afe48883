//! Where a text goes: what each channel is called, what it takes, and how its result is shown.

use crate::document::OutputKind;
use crate::export::Format;
use crate::template::{Readers, Reading, View};
use crate::ui::pen::Icon;

/// Where a text goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Channel {
    /// A message.
    #[default]
    Whatsapp,
    /// A post.
    Facebook,
    /// The body's own site.
    Site,
    /// Newspapers: a text for their word processor.
    Press,
    /// Paper, to be signed.
    Pdf,
    /// Paper to be read on a telephone.
    Review,
    /// A text for Word.
    Docx,
    /// A text for LibreOffice.
    Odt,
    /// Plain text.
    Txt,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A record for whoever has the program: what anybody may read of this one.
    Ron,
}

/// How a result is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// As a field shows it that reads from the right, and one that reads from the left.
    Boxes,
    /// As the text that it is.
    Text,
    /// As pages.
    Pages,
}

impl Channel {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 12] = [
        Self::Whatsapp,
        Self::Facebook,
        Self::Site,
        Self::Press,
        Self::Pdf,
        Self::Review,
        Self::Docx,
        Self::Odt,
        Self::Txt,
        Self::Markdown,
        Self::Html,
        Self::Ron,
    ];

    /// The word of messages and logs.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Whatsapp => "whatsapp",
            Self::Facebook => "facebook",
            Self::Site => "site",
            Self::Press => "press",
            Self::Pdf => "pdf",
            Self::Review => "review-pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Txt => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Ron => "ron",
        }
    }

    /// The message that names it; with `-about` behind it, what it is.
    #[must_use]
    pub fn key(self) -> String {
        format!("publish-to-{}", self.keyword())
    }

    /// Its picture.
    #[must_use]
    pub fn icon(self) -> Icon {
        match self {
            Self::Whatsapp => Icon::WhatsappLogo,
            Self::Facebook => Icon::FacebookLogo,
            Self::Site => Icon::Globe,
            Self::Press => Icon::Newspaper,
            Self::Pdf => Icon::FilePdf,
            Self::Review => Icon::ChatCircleText,
            Self::Docx => Icon::FileDoc,
            Self::Odt => Icon::Article,
            Self::Txt => Icon::FileText,
            Self::Markdown => Icon::MarkdownLogo,
            Self::Html => Icon::FileHtml,
            Self::Ron => Icon::File,
        }
    }

    /// What it is written as.
    #[must_use]
    pub fn format(self) -> Format {
        match self {
            Self::Whatsapp => Format::Whatsapp,
            Self::Facebook => Format::Facebook,
            Self::Site => Format::Site,
            Self::Press | Self::Docx => Format::Docx,
            Self::Pdf => Format::Pdf,
            Self::Review => Format::ReviewPdf,
            Self::Odt => Format::Odt,
            Self::Txt => Format::Txt,
            Self::Markdown => Format::Markdown,
            Self::Html => Format::Html,
            Self::Ron => Format::Ron,
        }
    }

    /// The channel of a file that ends so.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let all = [Self::Pdf, Self::Docx, Self::Odt, Self::Txt, Self::Markdown, Self::Html];
        let ending = if ending.eq_ignore_ascii_case("htm") { "html" } else { ending };
        all.into_iter().find(|channel| channel.format().ending().eq_ignore_ascii_case(ending))
    }

    /// How its result is looked at.
    #[must_use]
    pub fn shows(self) -> Shows {
        match self {
            Self::Whatsapp | Self::Facebook | Self::Site => Shows::Boxes,
            Self::Txt | Self::Markdown | Self::Html | Self::Ron => Shows::Text,
            Self::Press | Self::Pdf | Self::Review | Self::Docx | Self::Odt => Shows::Pages,
        }
    }

    /// The program that breaks its lines anew, where the file holds words and no pages.
    #[must_use]
    pub fn breaks_lines(self) -> Option<&'static str> {
        match self {
            Self::Press | Self::Docx => Some("Word"),
            Self::Odt => Some("LibreOffice"),
            Self::Whatsapp
            | Self::Facebook
            | Self::Site
            | Self::Pdf
            | Self::Review
            | Self::Txt
            | Self::Markdown
            | Self::Html
            | Self::Ron => None,
        }
    }

    /// Whether anybody may read what goes there, whatever text it is.
    #[must_use]
    pub fn is_public(self) -> bool {
        matches!(self, Self::Whatsapp | Self::Facebook | Self::Site | Self::Press | Self::Ron)
    }

    /// Whether it can go to those who review it, with suggestions and remarks.
    #[must_use]
    pub fn takes_review(self) -> bool {
        matches!(self, Self::Docx | Self::Odt | Self::Review)
    }

    /// Whether its text is mostly pasted, not sent as a file.
    #[must_use]
    pub fn is_pasted(self) -> bool {
        self.shows() == Shows::Boxes
    }

    /// Whether what is pasted there keeps headings and lists.
    #[must_use]
    pub fn is_rich(self) -> bool {
        !matches!(self, Self::Whatsapp | Self::Facebook | Self::Markdown | Self::Html | Self::Ron)
    }
}

/// What goes where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Order {
    /// The text of the record.
    pub output: OutputKind,
    /// Where it goes.
    pub channel: Channel,
    /// Whether the few lines for social networks go in its place.
    pub short: bool,
    /// Whether suggestions and remarks go with it, inside the house.
    pub review: bool,
}

impl Order {
    /// The whole of a text as it is published.
    #[must_use]
    pub fn whole(output: OutputKind, channel: Channel) -> Self {
        Self { output, channel, short: false, review: false }
    }

    /// What of the record goes out, and for whom.
    #[must_use]
    pub fn view(&self) -> View {
        let output = match self.channel {
            Channel::Press => OutputKind::PressCommunique,
            channel if self.short && channel.is_pasted() => OutputKind::Short,
            _ => self.output,
        };
        let view = View::of(output);
        if self.is_reviewed() {
            return View { readers: Readers::Internal, reading: Reading::Markup, ..view };
        }
        if self.channel.is_public() { View { readers: Readers::Public, ..view } } else { view }
    }

    /// Whether suggestions and remarks go with it, where the channel takes them.
    #[must_use]
    pub fn is_reviewed(&self) -> bool {
        self.review && self.channel.takes_review()
    }
}
