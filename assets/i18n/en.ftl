### The interface in English. Every message is in all three files, with the same variables.
### The apostrophe is ’ (U+2019): a test refuses that of a keyboard.

## Window and status bar

app-name = Mahdar
language-name = English
window-title = {$name} — Mahdar
window-title-unsaved = {$name} • unsaved — Mahdar
document-untitled = Untitled
status-saved = Saved at {$time}
status-saved-never = Never saved
status-unsaved = Unsaved changes
status-saving = Saving…
status-save-failed = Save failed
status-read-only = Read only
status-zoom = {$percent}%
status-undo = Undo: {$name}
status-redo = Redo: {$name}
status-keyboard = Keyboard: {$name}
status-words =
    { $count ->
        [0] No words
        [one] {$count} word
       *[other] {$count} words
    }
status-findings =
    { $count ->
        [0] No findings
        [one] {$count} finding
       *[other] {$count} findings
    }
status-characters =
    { $count ->
        [0] No characters
        [one] {$count} character
       *[other] {$count} characters
    }
status-pages =
    { $count ->
        [0] No pages
        [one] {$count} page
       *[other] {$count} pages
    }
status-attendees =
    { $count ->
        [0] Nobody present
        [one] {$count} present
       *[other] {$count} present
    }
status-recommendations =
    { $count ->
        [0] No recommendations
        [one] {$count} recommendation
       *[other] {$count} recommendations
    }
status-unresolved =
    { $count ->
        [0] All fields are filled
        [one] {$count} field to fill
       *[other] {$count} fields to fill
    }
status-ready = Ready

## Menus and commands

menu-file = File
menu-edit = Edit
menu-view = View
menu-insert = Insert
menu-format = Format
menu-tools = Tools
menu-help = Help
cmd-new = New document
cmd-new-from-template = New from template
cmd-open = Open
cmd-save = Save
cmd-save-as = Save as
cmd-import = Import
cmd-export = Export
cmd-print = Print
cmd-preview = Print preview
cmd-undo = Undo
cmd-redo = Redo
cmd-cut = Cut
cmd-copy = Copy
cmd-paste = Paste
cmd-paste-clean = Paste and clean
cmd-find = Find
cmd-replace = Replace
cmd-select-all = Select all
cmd-delete = Delete
cmd-add = Add
cmd-move-up = Move up
cmd-move-down = Move down
cmd-promote = Promote
cmd-demote = Demote
cmd-cancel = Cancel
cmd-confirm = Confirm
cmd-close = Close
cmd-settings = Settings
cmd-check = Check document
cmd-spell = Spell check
cmd-add-to-dict = Add to dictionary
cmd-ignore = Ignore
cmd-archive = Archive
cmd-history = History
cmd-next-meeting = Prepare the next meeting
cmd-send-review = Send for review
cmd-publish = Publish
cmd-live = Live session
cmd-reopen = Reload from disk
cmd-save-copy = Save a copy
cmd-copy-text = Copy the whole text
cmd-copy-for-channel = Copy for {$channel}
cmd-export-to = Export to {$format}
cmd-paste-plain = Paste as plain text
cmd-find-next = Find next
cmd-find-previous = Find previous
cmd-bold = Bold
cmd-italic = Italic
cmd-underline = Underline
cmd-strike = Strikethrough
cmd-colour-accent = Accent-coloured text
cmd-colour-red = Red text
cmd-colour-grey = Grey text
menu-colour = Text colour
colour-accent = Accent
colour-red = Red
colour-grey = Grey
cmd-highlight = Highlight
cmd-insert-block = Insert a paragraph
cmd-insert-field = Insert a field
cmd-insert-phrase = Insert a phrase
cmd-change-kind = Change the kind of paragraph
cmd-change-audience = Choose who reads the paragraph
cmd-delete-block = Delete the paragraph
cmd-duplicate-block = Duplicate the paragraph
cmd-split = Split the paragraph
cmd-join = Join with the previous paragraph
cmd-edit-header = Edit the header
cmd-edit-attendance = Edit the attendance
cmd-zoom-in = Zoom in
cmd-zoom-out = Zoom out
cmd-zoom-reset = Actual size
cmd-toggle-rail = Show or hide the parts
cmd-toggle-panel = Show or hide the panel
cmd-home = Home
cmd-about = About Mahdar
cmd-guide = User guide
cmd-shortcuts = Keyboard shortcuts
cmd-quit = Quit
cmd-back = Back
cmd-retry = Try again
cmd-next-tab = Next document
cmd-previous-tab = Previous document
cmd-fix = Fix
cmd-fix-all = Fix all
cmd-show = Show in the text
cmd-type = Typing
cmd-erase = Erasing
cmd-set-field = Header change

## Glossary

doc-communique = Communiqué
doc-press = Press release
doc-statement = Statement
doc-final-communique = Final statement
doc-minutes = Minutes
doc-report = Report
doc-news = News coverage
doc-recommendations = Recommendations
doc-decision = Resolution
doc-invitation = Notice of meeting
doc-circular = Circular
doc-attendance = Attendance sheet
doc-agenda = Agenda
doc-letter = Letter
doc-template = Template
field-title = Title
field-subtitle = Subtitle
field-lead = Lead
field-reference = Reference
field-number = Serial number
field-subject = Subject
field-date = Date
field-hijri = Hijri date
field-time = Time
field-place = Place
field-venue = Premises
field-party = Party
field-body = Body
field-region = Region
field-province = Province
field-prefecture = Prefecture
field-commune = Commune
field-session = Session
field-session-kind = Session kind
field-chair = Chair
field-rapporteur = Rapporteur
field-attendees = Attendees
field-absent-excused = Excused
field-absent = Absent without excuse
field-quorum = Quorum
field-context = Context
field-recitals = Recitals
field-enacting = Enacting clause
field-intervention = Intervention
field-speech = Speech
field-quote = Quotation
field-axis = Axis
field-item = Item
field-subitem = Sub-item
field-deadline = Deadline
field-assignee = Assignee
field-next-meeting = Next meeting
field-signature = Signature
field-attachments = Attachments
role-sg = Secretary-General
role-regional-sec = Regional secretary
role-provincial-sec = Provincial secretary
role-local-sec = Local secretary
role-branch-sec = Branch secretary
role-coordinator = Coordinator of collective leadership
role-deputy = Deputy
role-rapporteur = Rapporteur
role-treasurer = Treasurer
role-member = Member
role-council-president = National Council president
role-pole-head = Pole head
role-mp = MP
role-commune-president = Commune council president
role-elected = Elected official
role-activist = Activist
role-adherent = Registered member
org-general-secretariat = General secretariat
org-regional-secretariat = Regional secretariat
org-provincial-secretariat = Provincial secretariat
org-local-secretariat = Local secretariat
org-political-bureau = Political bureau
org-national-council = National council
org-regional-council = Regional council (party)
org-central-committee = Central committee
org-congress = National congress
org-collective-leadership = Collective leadership
org-branch = Branch
org-committee = Committee
org-parallel = Parallel organisations
org-pole = Pole
org-workshop = Workshop
org-forum = Forum
session-ordinary = Ordinary session
session-extraordinary = Extraordinary session
session-monthly = Monthly meeting
session-periodic = Regular meeting
session-enlarged = Enlarged meeting
status-draft = Draft
status-review = In review
status-approved = Approved
status-signed = Signed
status-published = Published
status-corrected = Corrected (erratum)
status-archived = Archived
hon-mr = Mr
hon-mrs = Ms
hon-all = Ladies and gentlemen
hon-dr = Dr
hon-prof = Maître / Prof.
hon-comrade = Comrade
hon-brother = Brother / Sister
hon-king = His Majesty the King
hon-crown-prince = HRH the Crown Prince
field-outgoing = Outgoing number
field-body-in-charge = Responsible body
att-present = Present
att-excused = Excused
att-absent = Absent
att-guest = Guest
att-proxy = By proxy
inv-invited = Invited
inv-confirmed = Confirmed
inv-declined = Declined
rec-not-started = Not started
rec-in-progress = In progress
rec-done = Done
rec-overdue = Overdue
rec-postponed = Postponed
rec-dropped = Dropped
draft-minutes = Draft minutes
version-approved = Adopted version
aud-minutes-only = Minutes only
aud-communique-only = Communiqué only
doc-motion = Motion
doc-telegram = Telegram
doc-right-of-reply = Right of reply
org-regional-writing = Regional secretariat (other parties)
org-coordination = Coordination
org-inspectorate = Inspectorate
org-regional-bureau = Regional bureau
org-preparatory = Preparatory committee
org-group = Group
role-councillor = Councillor (upper house)

## Home

home-question = What are you preparing?
home-open = Open a file
home-recent = Recent files
home-recent-empty = No documents yet. Choose a template to begin.
home-recent-missing = The file is no longer there
home-recent-forget = Remove from the list
home-blank = Blank document
home-next-meeting-button = Prepare the next meeting
home-templates = Templates
home-language = Interface language
template-regional-communique = Regional meeting communiqué
template-regional-communique-description = A public account of a regional meeting: chair, date, place, attendance, then the interventions.
template-council-recommendations = Council recommendations
template-council-recommendations-description = Recitals and an enacting clause, then numbered axes and recommendations on four levels.
template-minutes = Minutes of a meeting
template-minutes-description = Agenda, attendance, debate and decisions, for signature and the archive.
template-press-communique = Press release
template-press-communique-description = What was decided and is announced, in short paragraphs for the press.

## Header form

header-title = Header
attendance-title = Attendance
agenda-title = Agenda
part-header = Header
part-attendance = Attendance
part-agenda = Agenda
part-text = Text
part-recommendations = Recommendations
part-signatures = Signatures
field-organisation = Organisation or party
field-level = Level of the body
field-body-gender = Gender of the body’s name
field-session-noun = Kind of sitting
field-session-nature = Nature of the meeting
field-session-ordinal = Ordinal number
field-session-theme = Name of the session
field-dates = Date
field-start = From
field-end = To
field-from = From
field-to = To
field-members = Number of members
field-next-dates = Date of the next meeting
field-next-venue = Place of the next meeting
field-name = Name
field-latin = Name in Latin letters
field-role = Role
field-honorific = Honorific
field-gender = Gender
field-phone = Telephone
field-identity = Identity card number
field-group-nominative = Group, as a subject
field-group-oblique = Group, after a preposition
field-group-count = Count
field-language = Document language
field-digits = Digits
field-state = State of the text
field-kind = Kind of text
field-personal = Personal data: never published
gender-female = Female
gender-male = Male
gender-unknown = Not stated
level-none = Not stated
level-national = National
level-regional = Regional
level-provincial = Provincial
level-local = Local
session-noun-meeting = Meeting
session-noun-session = Session
session-noun-gathering = Gathering
session-noun-congress = Congress
session-noun-assembly = General assembly
honorific-mr = Mr / Ms
honorific-dr = Dr
honorific-prof = Maître / Prof.
honorific-comrade = Comrade
honorific-brother = Brother / Sister
honorific-none = None
digits-latin = 123 (Moroccan digits)
digits-arabic = ١٢٣ (Eastern digits)
hint-body = Regional secretariat
hint-organisation = The organisation’s name as texts write it
hint-region = Choose the region
hint-province = Choose the province or prefecture
hint-session-nature = organisational, periodic, extraordinary…
hint-session-ordinal = 7
hint-day = 14/11/2026
hint-time = 10:00
hint-venue = regional office in Fez
hint-name = Full name, without a title
hint-role = Regional secretary
hint-outgoing = 014/26
hint-title = The title as it will be published
hint-search = Search the text
hint-paragraph = Write here…
hint-relative = Relative date: counted from the meeting date
hint-weekday = That is a {$weekday}
field-unreadable-date = The date was not understood and is kept as written
field-unreadable-time = Write the time like this: 10:00
field-unreadable-number = Write a number from 1 to 99
fold-header-empty = Enter the body, the date and the place…
fold-attendance-empty = Add those present and the groups…
fold-agenda-empty = Add the items of the agenda…
fold-open = Open to edit
fold-close = Fold
person-add = Add a person
person-remove = Remove from the list
chair-add = Add a co-chair
group-add = Add a group
agenda-add = Add an item
output-minutes = Minutes
output-communique = Communiqué
output-press = Press release
output-news = News item
output-recommendations = Recommendations
output-statement = Statement
output-invitation = Notice of meeting
output-sheet = Attendance sheet
output-short = Short text
state-draft = Draft
state-review = In review
state-approved = Approved
state-signed = Signed
state-published = Published
state-corrected = Corrected
state-archived = Archived

## Kinds of paragraphs and who reads them

kind-paragraph = Paragraph
kind-lead = Lead
kind-context = Context
kind-recital = Recital
kind-enacting = Enacting clause
kind-closing = Closing
kind-heading = Heading
kind-heading-level = Heading, level {$level}
kind-axis = Axis
kind-section = Section
kind-item = Item
kind-subitem = Sub-item
kind-recommendation = Recommendation
kind-agenda = Agenda item
kind-intervention = Intervention
kind-quote = Quotation
kind-decision = Decision
kind-note = Session note
kind-signatures = Signatures
kind-annex = Annex
audience-both = Minutes and communiqué
audience-minutes = Minutes only
audience-communique = Communiqué only
speaker-unnamed = Speaker not named
label-none = No number
label-axis = Axis 1
label-adverb = Firstly, secondly
label-number-dash = 1-
label-number-dot = 1.
label-abjad-dash = أ- ب-
label-en-dash = –
label-hyphen = -
label-bullet = •

## Fields in the text

atom-chair = [Chair]
atom-rapporteur = [Rapporteur]
atom-person = [Person]
atom-dates = [Date]
atom-start = [Start time]
atom-end = [End time]
atom-venue = [Place]
atom-body = [Body]
atom-organisation = [Organisation]
atom-region = [Region]
atom-province = [Province]
atom-session = [Meeting]
atom-verb = [Verb]
atom-attendance = [Attendance]
atom-count = [Count]
atom-next-dates = [Date of the next meeting]
atom-next-venue = [Place of the next meeting]
atom-number = [Outgoing number]
atom-reference = [Reference]
atom-role = [Role]
atom-tooltip = From the header
atom-tooltip-date = From the header · the weekday is counted from the date
atom-tooltip-verb = The verb agrees with its subject
atom-tooltip-unresolved = A field that waits for the header
atom-tooltip-open = State the gender to settle the wording

## Questions and dialogs

dialog-unsaved-title = Unsaved changes
dialog-unsaved-body = “{$name}” has unsaved changes. Save them before closing?
dialog-unsaved-save = Save
dialog-unsaved-discard = Close without saving
dialog-cancel = Cancel
dialog-ok = OK
dialog-yes = Yes
dialog-no = No
dialog-open-title = Open a file
dialog-save-title = Save as
dialog-export-title = Export
dialog-path = File path
dialog-folder = Folder
dialog-file-name = File name
dialog-open-button = Open
dialog-save-button = Save
dialog-exists = A file of this name exists; it will be replaced by this document.
dialog-replace-button = Replace the file
dialog-no-file = There is no file at this path.
dialog-no-folder = The folder does not exist.
dialog-is-folder = This is a folder. Add a file name.
dialog-is-record = This file is a record, and a text is never written in its place. Choose a name that does not end in mahdar.
dialog-another-record = This file is a record: the public copy does not take its place. Choose another name.
dialog-no-portal = The system’s file dialog is not available. Write the path here.
dialog-filter-records = Mahdar records
dialog-filter-all = All files
dialog-changed-outside-title = The file changed on disk
dialog-changed-outside-body = Another program changed “{$name}” since it was opened. Replace it, or save a copy beside it?
dialog-changed-outside-replace = Replace the file
dialog-changed-outside-copy = Save a copy
about-title = About Mahdar
about-description = An editor of minutes, communiqués and recommendations in Arabic.
about-version = Version {$version}
about-fonts = Fonts and licences
about-privacy = Your documents stay on this machine.
settings-language = Interface language
settings-theme = Theme
settings-keyboard = Keyboard
theme-light = Light
theme-dark = Dark
theme-system = As the system
keyboard-arabic = Arabic
keyboard-latin = Latin

## Errors: what happened, what was kept, what to do

error-not-found = “{$path}” was not found. Nothing was changed. Check the name or choose another file.
error-is-folder = “{$path}” is a folder, not a file. Nothing was changed. Choose a file inside it.
error-no-permission = You may not access “{$path}”. Your document stays open as it is. Save it elsewhere or change the permissions.
error-disk-full = The disk is full and “{$path}” was not written. The old file is intact and your document stays open. Free some space and save again.
error-save = “{$path}” could not be saved: {$detail}. The old file is intact and your document stays open. Try again or save elsewhere.
error-not-ron = “{$path}” cannot be read at line {$line}, column {$column}. The file is untouched. Open a backup or correct the line in a text editor.
error-no-first-line = “{$path}” is not a Mahdar record: its first line is not “// mahdar 1”. The file is untouched. Choose another file, or paste its text into a new document.
error-newer = “{$path}” is written in a newer format ({$version}) than this program knows ({$known}). The file is untouched. Update the program to open it.
error-wrong-version = The format number of “{$path}” is unknown: “{$version}”. The file is untouched. Correct its first line or open a backup.
error-truncated = “{$path}” is incomplete: it ends at line {$line}. It is untouched. Open a backup or recover what can be read.
error-utf8 = “{$path}” holds invalid bytes at line {$line} (not UTF-8). The file is untouched. Convert it to UTF-8 and open it again.
error-too-large = “{$path}” is larger than allowed ({$limit} MB). It was neither opened nor changed. Split it into smaller documents.
error-too-deep = “{$path}” is nested too deeply at line {$line}. It is untouched. Open a backup.
error-unknown-field = “{$path}” holds an unknown field “{$field}” at line {$line}. The file is untouched. Remove the field or update the program.
error-damaged-record = The content of “{$path}” is inconsistent: {$detail}. The file is untouched. Open a backup.
error-exists = “{$path}” exists already. It was not replaced. Choose another name.
error-changed-outside = “{$path}” changed on disk and was not replaced. Your document stays open. Save a copy or replace the file.
error-locked = “{$path}” is open in another Mahdar window. It is open here for reading only. Close it there to change it.
error-read-only = “{$path}” is read only. Your document stays open. Save it under another name.
error-not-a-template = The template “{$name}” is not valid: {$detail}. Nothing was created. Choose another template.
error-clipboard = The clipboard could not be reached. The text is unchanged. Try again.
error-sealed = This text is approved or published and no longer changes. It is untouched. Issue an erratum.
error-other = Something unexpected happened: {$detail}. Your document stays open. Save a copy and try again.

## Command line

cli-usage-title = Usage:
cli-about = Mahdar {$version}: minutes, communiqués and recommendations in Arabic.
cli-usage-window = mahdar [FILE…] [--demo]: opens the window, with the files if any are given
cli-usage-templates = mahdar templates [--json]: lists the templates
cli-usage-new = mahdar new --template ID -o FILE [--body NAME|FILE] [--force] [--set PATH=VALUE …]: makes a record from a template
cli-usage-set = mahdar set FILE PATH=VALUE …: changes header fields in place
cli-usage-info = mahdar info FILE [--json]: says what is in the record
cli-usage-export = mahdar export FILE --to FORMAT -o OUT [--output KIND] [--audience public/internal] [--reading final/original/markup] [--digits latin/arabic] [--bullets LABEL] [--eol lf/crlf] [--font amiri/naskh]: exports to another format
cli-usage-check = mahdar check FILE [--json]: checks the record
cli-usage-import = mahdar import IN -o FILE [--force] [--json]: makes a record from a text, Markdown, DOCX or HTML file
cli-usage-compare = mahdar compare A B [--json]: compares two records
cli-usage-help = mahdar --help: shows this help
cli-usage-version = mahdar --version: shows the version
cli-usage-stdio = “-” is standard input or output.
cli-exit-codes = Exit codes: 0 done, 1 findings or differences, 2 the input could not be used, 3 the output could not be written.
cli-unknown-command = Unknown command “{$name}”. Commands: {$known}.
cli-unknown-option = Unknown option “{$name}”. See “mahdar --help”.
cli-unknown-path = Unknown field “{$path}”. Nearest: {$nearest}.
cli-unknown-template = Unknown template “{$name}”. Templates: {$known}.
cli-unknown-body = Unknown body: “{$name}”. Bodies that are kept: {$known}. Give the name of one of them, or the path of a body file (.mahdar-body).
cli-unknown-format = Unknown format “{$name}”. Formats: {$known}.
cli-unknown-output = The record has no output “{$name}”. It has: {$known}.
cli-bad-value = “{$value}” does not fit the field “{$path}”: {$detail}.
cli-bad-assignment = Expected “PATH=VALUE”, not “{$text}”.
cli-missing-value = The option “{$name}” needs a value.
cli-missing-argument = Missing: {$name}.
cli-extra-argument = “{$text}” has no place here.
cli-exists = “{$path}” exists and was not replaced. Add --force to replace it.
cli-no-display = There is no display to open a window on. Everything works from the command line: mahdar --help.
cli-no-window-build = This build has no window. Use the command line: mahdar --help.
cli-wrote = Wrote “{$path}”.
cli-warning = Warning: {$text}
cli-error = Error: {$text}
cli-no-value = The field “{$path}” is empty.
cli-identical = The two records are identical.
cli-findings =
    { $count ->
        [0] {$path}: no findings.
        [one] {$path}: {$count} finding.
       *[other] {$path}: {$count} findings.
    }

## Findings

finding-weekday = {$date} is not a {$said} but a {$true}
finding-weekday-fix = Write “{$true}”
finding-missing-title = This text has no title
finding-missing-date = The meeting date is missing
finding-missing-chair = The chair is missing
finding-missing-body = The body is missing
finding-missing-venue = The place is missing
finding-missing-number = This text was approved without an outgoing number
finding-missing-attendance = The attendance list is empty
finding-missing-signatures = These minutes have no signatures
finding-missing-text = There is no text after the header
finding-gender-unknown = The gender of “{$name}” is not stated, so the wording stays open
finding-gender-body = The gender of the body’s name is not stated, so its verb stays open
finding-gender-fix-female = Make it feminine
finding-gender-fix-male = Make it masculine
finding-unresolved = The field {$field} has no value
finding-spared = The field {$field} has no value; the sentence is printed without it
finding-unresolved-fix = Fill in the header
finding-unresolved-date = The date “{$words}” is not counted: the meeting date is missing
finding-unwritten = No font has this letter: {$codes}
finding-unwritten-replace = Write “{$plain}” instead
finding-unwritten-remove = Delete {$codes}
finding-empty-block = Empty paragraph
finding-empty-quote = A quotation without its speaker
finding-numbering = The numbering breaks at “{$label}”
finding-double-space = Two spaces in a row
finding-space-before = A space too many before “{$mark}”
finding-space-after = A space is missing after “{$mark}”
finding-detached-waw = The و stands apart from its word
finding-repeated-mark = Repeated punctuation “{$mark}”
finding-web-residue = Left over from a web page: “{$text}”
finding-fix = Fix
finding-ignore = Ignore
finding-none = Nothing to report on this document
severity-error = Error
severity-warning = Warning
severity-style = Style

## Toasts

toast-saved = Saved to “{$name}”
toast-copied = Text copied
toast-exported = Exported to “{$name}”
toast-undone = Undone: {$name}
toast-redone = Redone: {$name}
change-typing = typing
change-deleting = deletion
change-field = a field
change-person = a person’s details
change-facts = a paragraph’s details
change-words = a paragraph’s words
change-other = the last change
said-finding = New finding: {$what}
region-bar = Top bar
region-tabs = Open documents
region-bars = Notices
region-rail = Parts of the document
region-main = Work area
region-panel = Side panel
region-status = Status bar
toast-recovered = The document was recovered. Save it to keep it.
toast-reloaded = Reloaded from disk
toast-nothing-found = Nothing found
toast-replaced =
    { $count ->
        [0] Nothing replaced
        [one] {$count} replacement
       *[other] {$count} replacements
    }
find-matches =
    { $count ->
        [0] No matches
        [one] {$count} match
       *[other] {$count} matches
    }
find-position = {$index} of {$count}

## Days and months

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## The command line and the disk

cli-bad-choice = “{$value}” does not fit {$name}. It takes: {$known}.
cli-later = This release does not know “{$name}” yet. See “mahdar --help” for what it does.
cli-same-file = “{$path}” is the record itself and was not replaced. Choose another name for the export.
export-over-record = “{$path}” is a record, and a text is never written in its place. Nothing was written. Choose a name that does not end in mahdar.
export-another-record = “{$path}” is a record already: the copy does not take its place. Nothing was written. Choose another name.
cli-name-cleaned = Marks that are not seen were taken out of the file’s name: “{$path}”.
cli-name-cleaned-taken = The file’s name holds marks that are not seen. Without them it is “{$path}”, which is taken. Nothing was written. Choose another name.
cli-public-final = A public record always has every suggestion accepted. Leave out --reading.
cli-public-markup = Suggestions and remarks are not shown in a text for the public: it was exported as if every suggestion were accepted. To show them add --audience internal.
cli-nothing-to-write = “{$path}” holds nothing to export: the text has no title and no paragraph.
# What stops a text from being printed.
export-letter = The pages could not be made: no font has the letter “{$letter}”. Nothing was written and your document is unchanged. Replace the letter or choose another format.
export-picture = The picture “{$name}” could not be read. Nothing was written and your document is unchanged. Save it as PNG or JPEG in screen colours and try again.
cli-not-written = “{$path}” could not be written: {$detail}. What was written before stays. Run the command again, or write the result to a file.
cli-left-out =
    { $count ->
        [one] {$count} block was left out, because it is not for the public
       *[other] {$count} blocks were left out, because they are not for the public
    }
cli-open-field = The wording of “{$field}” stays open: a gender is not stated
cli-window-failed = The window could not be opened ({$detail}). Everything works from the command line: mahdar --help.
cli-error-no-permission = You may not access “{$path}”. Nothing was changed. Change the permissions or choose another place.
cli-error-disk-full = The disk is full and “{$path}” was not written. If there was a file, it is intact. Free some space and try again.
cli-error-save = “{$path}” could not be written: {$detail}. If there was a file, it is intact.
cli-error-changed-outside = “{$path}” changed on disk meanwhile and was not replaced. Run the command again.
cli-error-not-ron = “{$path}” cannot be read at line {$line}, column {$column}: {$detail}. The file is untouched.
cli-error-is-folder = “{$path}” is a folder, not a file. Nothing was changed.
error-not-a-file = “{$path}” is a pipe or a device, not a file. Nothing was changed. Choose a file.
error-no-folder = The folder of “{$path}” does not exist. Nothing was written. Make the folder or choose another.
error-empty = “{$path}” is empty. It is untouched. Open a backup or begin a new document.
error-read = “{$path}” could not be read: {$detail}. It is untouched. Try again.
warning-other-names =
    { $count ->
        [one] “{$path}” had another name (hard link), which still holds the old text
       *[other] “{$path}” had {$count} other names (hard links), which still hold the old text
    }
warning-owner = “{$path}” now belongs to you: its owner could not be kept
warning-attributes = Some extended attributes of “{$path}” could not be kept
warning-was-gone = “{$path}” had been deleted meanwhile and was written anew
finding-no-recommendation = This text holds no recommendation

# The header form
hint-reference = letter no. 12

## Ground: settings, recent records, roster
notice-set-aside = Not all of “{$path}” was understood, so the old file is kept as it was under “{$aside}”. Nothing of it is lost. To use it again, correct it and give it back its name.
notice-newer = A newer release of the program wrote “{$path}”: what is understood of it is used, and a copy is kept before the first change. Update the program to use all of it.
notice-unreadable = “{$path}” could not be read: {$detail}. The file is untouched and the program began without it. Check the file and its permissions.
finding-unknown-region = The region “{$name}” is none of the twelve. It stays as it is written.
finding-unknown-province = “{$name}” is not on the list of prefectures and provinces. It stays as it is written.


## Templates and samples

template-meeting-minutes = Meeting minutes
template-meeting-minutes-description = Full minutes to sign and file, which also yield the communiqué, the notice of meeting and the attendance sheet.
template-news-item = News item
template-news-item-description = A public report of a meeting: who spoke and what was said.
template-invitation = Notice of meeting with agenda
template-invitation-description = Date, time, place and agenda, with an attendance sheet to sign.
template-own = My templates
template-name = Name of the template
template-ask-name = What is the template called?
template-about-saving = The template keeps structure, wording, fields, body and people; dates, numbers, presence, what was said and what was decided are left out.
toast-template-saved = Template “{$name}” saved
error-template-exists = There is a template “{$name}” already. It was left as it is. Choose another name.
template-unusable = Some templates cannot be used and stay where they are: {$detail}


## Pages and preview
preview-page = Page {$page} of {$pages}


## Folds: header, date, agenda
body-gender-female = Feminine
body-gender-male = Masculine
body-gender-unknown = As the name says
region-none = No region
province-all = The whole region
choice-strange = not in the list
document-language-ar = Arabic
document-language-fr = French
document-language-en = English
hint-theme = the Water and Forest session
field-rapporteur-role = Role of the rapporteur
field-rapporteur-gender = Gender of the rapporteur
hint-rapporteur-role = regional rapporteur
needed-for-approval = required
output-add = Add a text
field-letterhead = Lines of the letterhead
hint-letterhead =
    Union of associations
    Regional secretariat
field-address = Address of the seat
hint-address = Cedar Street, Fez
field-contact = Contact
hint-contact = telephone or email
field-logo = Logo file, beside the record
hint-logo = logo.png
calendar-open = Open the calendar

agenda-item = Item {$number}
agenda-remove = Remove item {$number}
fold-present = {$present} of {$members}
fold-items =
    { $count ->
        [0] no items
        [one] {$count} item
       *[other] {$count} items
    }
fold-people =
    { $count ->
        [0] nobody
        [one] {$count} person
       *[other] {$count} people
    }
agenda-up = Move item {$number} up
agenda-down = Move item {$number} down
agenda-nobody = No presenter
agenda-heads = Make them headings of the text
agenda-heads-none = Write an item first
hint-agenda = Approval of the previous minutes


## Attendance and people

presence-present =
    { $gender ->
       *[other] Present
    }
presence-excused =
    { $gender ->
       *[other] Excused
    }
presence-absent =
    { $gender ->
       *[other] Absent
    }
presence-guest =
    { $gender ->
       *[other] Guest
    }
presence-proxy =
    { $gender ->
       *[other] By proxy
    }
presence-unknown =
    { $gender ->
       *[other] Not stated
    }
presence-key-present = P
presence-key-excused = E
presence-key-absent = A
presence-key-guest = G
presence-key-proxy = R
presence-key-unknown = ?
duty-chair =
    { $gender ->
       *[other] chair of the meeting
    }
duty-rapporteur =
    { $gender ->
       *[other] rapporteur
    }
list-comma = {" · "}
count-of = { $count } of { $all }
quorum-reached = The quorum is reached
quorum-missing = The quorum is not reached
quorum-needed = At least { $count } to deliberate
quorum-none = Quorum not counted yet
quorum-none-about = Give the rule and who was present
people-present =
    { $count ->
        [0] nobody present
        [one] { $count } present
       *[other] { $count } present
    }
people-absent =
    { $count ->
        [0] nobody absent
        [one] { $count } absent
       *[other] { $count } absent
    }
people-list = Attendance list
people-empty = Nobody on the attendance list yet
people-add = Add those present
person-unnamed = No name
group-unnamed = no names
presence-with-key = { $word } ({ $key })
presence-key-says = { $key } { $word }
presence-short-present = present
presence-short-excused = excused
presence-short-absent = absent
presence-short-guest = guest
presence-short-proxy = by proxy
answer-none = Not invited yet
answer-invited = Invited
answer-confirmed = Confirmed
answer-declined = Declined
attendance-no-sentence = The sentence of those present appears here as it will be printed
attendee-name = Name of person { $number }
attendee-role = Role of person { $number }
attendee-presence = Presence of person { $number }: { $presence }
attendee-more = More about person { $number }
attendee-remove = Take person { $number } off the list
person-add-new = Add “{ $name }” to the list
hint-person-add = Type a name to add it
person-make-chair = Make chair
person-make-rapporteur = Make rapporteur
person-keep = Keep in the address book
people-keep = Keep all in the address book
people-kept =
    { $count ->
        [0] The address book is up to date, nobody is new
        [one] { $count } person added to the address book
       *[other] { $count } people added to the address book
    }
field-answer = Answer to the invitation
field-arrived = Arrived
field-left = Left
field-reason = Reason for absence
hint-reason = On duty outside the province
field-proxy = Represented by
field-at-least = Number
group-nominative = Group (as subject)
group-oblique = After “بحضور”
group-count = Count
group-nominative-of = Group { $number }
group-oblique-of = Group { $number } after a preposition
group-count-of = Count of group { $number }
group-remove = Remove group { $number }
hint-oblique = How is it written after a preposition?
hint-group = رؤساء المجالس
hint-group-add = Add a group
rule-none = No rule
rule-majority = More than half
rule-half = At least half
rule-two-thirds = At least two thirds
rule-three-quarters = At least three quarters
rule-at-least = A fixed number
count-present =
    { $count ->
        [one] { $count } present
       *[other] { $count } present
    }
count-excused =
    { $count ->
        [one] { $count } excused
       *[other] { $count } excused
    }
count-absent =
    { $count ->
        [one] { $count } absent without excuse
       *[other] { $count } absent without excuse
    }
count-guest =
    { $count ->
        [one] { $count } guest
       *[other] { $count } guests
    }
count-proxy =
    { $count ->
        [one] { $count } by proxy
       *[other] { $count } by proxy
    }
count-unknown =
    { $count ->
        [one] { $count } not stated
       *[other] { $count } not stated
    }


## Blocks: decisions, recommendations, signatures, annexes

detail-form = About this paragraph
detail-comma = ,
detail-to = To: {$name}
detail-by = Responsible: {$name}
detail-due = Due: before {$date}
detail-unanimous = unanimously
detail-vote = by {$yes} votes to {$no}
detail-vote-abstained = by {$yes} votes to {$no}, {$abstained} abstaining
detail-vote-agreed-abstained = {$yes} in favour, none against, {$abstained} abstaining
detail-vote-agreed = {$yes} in favour, none against
detail-vote-lost = Vote: {$yes} for, {$no} against, {$abstained} abstaining
detail-appointment = Appointment: {$name}
detail-committee = Formed: {$name}
detail-day = Date: {$date}
detail-plan = Programme: {$name}
detail-speaker = Speaker: {$name}
detail-presenter = Presented by: {$name}
detail-agenda-open = Not discussed
detail-agenda-done = Discussed
detail-agenda-carried = Carried over
detail-add-recommendation = Add who is responsible and by when
detail-add-decision = Add the subject and the vote
detail-add-speaker = Add the speaker
detail-add-presenter = Add who presents this item
detail-add-signatures = Add who signs
detail-add-annex = Add the attached file
detail-missing-file = The file “{$name}” is not beside the document
detail-file = File name
detail-hint-file = photo.jpg, beside the document
detail-matter = Subject of the decision
detail-matter-general = General
detail-matter-appointment = Appointment
detail-matter-committee = Committee
detail-matter-date = Date
detail-matter-plan = Programme
detail-person = Person appointed
detail-post = Office
detail-hint-post = Coordinator of the water committee
detail-committee-name = Name of the committee
detail-hint-committee = Quarries follow-up committee
detail-member = Add a member
detail-members = Members of the committee
detail-day-name = Date
detail-plan-name = Name of the programme
detail-hint-plan = Programme of action for 2027
detail-addressee = Addressed to
detail-hint-addressee = The region’s local councils
detail-hint-responsible = Water and forest committee
detail-hint-due = 31/3/2027
detail-state = Follow-up
detail-agenda-state = State of the item
detail-vote-name = Vote
detail-vote-none = No vote
detail-vote-counted = Counted
detail-yes = For
detail-no = Against
detail-abstained = Abstaining
detail-vote-over = The votes ({$sum}) are more than those present ({$present})
detail-vote-under = The votes ({$sum}) are fewer than those present ({$present})
detail-who = Who speaks
detail-who-person = A person
detail-who-collective = Several
detail-hint-collective = Those present
detail-speaker-name = Name of the speaker
detail-presenter-name = Who presents this item
detail-signatory = Add a signatory
detail-signatories = Signatories


## Widgets

calendar-title = {$month} {$year}
calendar-day = {$weekday} {$day} {$month} {$year}
calendar-previous = Previous month
calendar-next = Next month
calendar-today = Today
calendar-another = Add a second day
weekday-letter-monday = M
weekday-letter-tuesday = T
weekday-letter-wednesday = W
weekday-letter-thursday = T
weekday-letter-friday = F
weekday-letter-saturday = S
weekday-letter-sunday = S

## Home, checks panel, settings screen

home-about-minutes = For approval at the next meeting
home-about-communique = For the website, the press and WhatsApp
home-about-press = For the media
home-about-news = An event told on the website
home-about-recommendations = Axes and numbered recommendations
home-about-statement = A position made public
home-about-invitation = With the agenda and the reference
home-about-sheet = To be signed at the meeting
home-about-short = For social networks
home-card-regional-communique = Regional communiqué
home-card-invitation = Notice of meeting
home-sheet = Attendance sheet
home-own-template = One of your templates
home-all-templates = All templates
home-fewer-templates = Fewer templates
home-templates-count =
    { $count ->
        [0] No template
        [one] {$count} template
       *[other] {$count} templates
    }
home-folder = Open the folder
home-more = More: {$name}
home-state = {$output}: {$state}
the-output-minutes = Minutes
the-output-communique = Communiqué
the-output-press = Press release
the-output-news = News item
the-output-recommendations = Recommendations
the-output-statement = Statement
the-output-invitation = Notice of meeting
the-output-sheet = Attendance sheet
the-output-short = Short text
state-approved-f = Approved
state-signed-f = Signed
state-published-f = Published
state-corrected-f = Corrected
state-archived-f = Archived
check-place-paragraph = Para. {$number}
check-place-remark = Remark
check-next = Next finding
check-none = This document has all that it needs.
check-fill = Fill in the field
check-show = Show in the text
check-weekday = A day that does not match its date
check-weekday-why = The text says {$said}, but {$date} is a {$true}.
check-missing-title = Title missing
check-missing-title-why = The title opens the page and names the document in lists. Write it on the first line.
check-missing-date = Date of the meeting missing
check-missing-date-why = The date goes into the opening paragraph, and the weekday follows from it. Enter it in the header.
check-missing-chair = Chair missing
check-missing-chair-why = Minutes say who chaired the meeting. Enter the name or the role in the header.
check-missing-body = Body missing
check-missing-body-why = The first sentence begins with the body that met. Enter its name in the header.
check-missing-venue = Venue missing
check-missing-venue-why = A notice of meeting says where to come. Enter the place in the header.
check-missing-number = Outgoing number missing
check-missing-number-why = The text was approved without a number, and what is missing is not written on what is sent out. Enter it in the header.
check-no-recommendation = No recommendation yet
check-no-recommendation-why = This text gathers recommendations, and none is written in it.
check-gender-unknown = Gender of “{$name}” not stated
check-gender-unknown-why = The wording is open between masculine and feminine. Choose one so that it is written one way.
check-gender-body = Gender of the body’s name not stated
check-gender-body-why = The verb is open between masculine and feminine. Choose what goes with the name of the body.
check-spared = A field that will not be printed
check-spared-why = The header does not fill the field “{$field}”; the sentence is printed without it. Enter it to have it said.
check-unresolved = A field without a value
check-unresolved-why = The text holds the field “{$field}”, which the header does not fill.
check-unwritten = A letter no font has
check-unwritten-why = No font draws {$codes}: a box stands in its place on screen and on paper. Delete it, or write something else instead.
check-unknown-region = Unknown region
check-unknown-region-why = “{$name}” is none of the twelve regions; it stays as written. Choose it from the list.
check-unknown-province = Unknown province
check-unknown-province-why = “{$name}” is not among the prefectures and provinces; it stays as written. Check the name.
settings-window = Interface
settings-zoom = Display size
settings-percent = {$percent}%
settings-digits = Digits of new documents
settings-digits-latin = Moroccan
settings-digits-arabic = Eastern
settings-writing = Writing
settings-phrases = Style of phrases
settings-phrases-both = Both
settings-phrases-moroccan = Moroccan
settings-phrases-un = UN
settings-phrases-note = These phrases are offered in grey while you type and in the insert list. With both, Moroccan ones come first.
settings-body = Body
settings-body-note = It fills in the header of every new document.
settings-no-region = No region
settings-author = Author of changes
settings-author-note = The name stands beside remarks and suggested changes.
settings-author-name = Name


## Shell: rail, tabs, palette

cmd-commands = All commands
cmd-save-template = Save as a template
cmd-next-output = Show the next text
cmd-go-header = Go to the header
cmd-go-attendance = Go to the attendance
cmd-go-agenda = Go to the agenda
cmd-go-text = Go to the text
cmd-go-recommendations = Go to the recommendations
cmd-go-closing = Go to the closing
cmd-panel-attendance = Attendance panel
cmd-panel-checks = Checks panel
cmd-next-finding = Next finding
cmd-add-signatures = Add signatures
cmd-add-annex = Add an annex
why-no-record = no record is open
why-no-undo = nothing to undo
why-no-redo = nothing to redo
why-no-selection = no text is selected
why-one-record = only one record is open
why-no-paragraph = the caret is in no paragraph
why-no-item = the caret is in no recommendation
part-closing = Closing
part-filled = filled
part-empty = empty
part-needed = needed and incomplete
hint-commands = A command or a word of the record
palette-nothing = Nothing of that name
palette-in-record = in this record
palette-move = move
palette-do = run
panel-attendance = Attendance
panel-checks = Checks
output-others = Other texts
panel-close = Close the panel
tab-close = Close “{$name}”
error-not-kept = The settings or the list of recent records were not kept ({$detail}). The files are as they were. Check the disk space and the permissions.
palette-count =
    { $count ->
        [0] no results
        [one] {$count} result
       *[other] {$count} results
    }


## Guide


## Journal and recovery

journal-full = The disk is full, so what you type is no longer kept as you go. All of it is still in this window, and saving is retried all the time. Free some space, or save the document elsewhere.
journal-stopped = What you type could not be kept as you go ({$detail}). All of it is still in this window, and saving is retried all the time. Save the document in a safe place.
journal-newer = A newer release of this program wrote it (format {$version}). It is untouched. Update the program to recover it.
journal-not-one = The file does not begin as a typing journal does. It is untouched.
journal-too-large = The typing journal is too large to be read. It is untouched.
journal-damaged = The typing journal is damaged from byte {$byte} on. It is untouched.
journal-unreadable = The typing journal could not be read ({$detail}). It is untouched.
fault-happened = Mahdar stopped because of a fault in the program ({$place}).
fault-kept = What you typed is kept in {$path} and will be offered when you next open the program.
fault-report = A report of the fault, with nothing of your texts in it, is in {$path}

cmd-next-pane = Go to the next part of the window
cmd-previous-pane = Go to the previous part of the window
why-one-pane = There is no other part on this screen
recovery-until = “{$name}”: typing recovered up to {$time}
recovery-until-day = “{$name}”: typing recovered up to {$time} on {$day}
recovery-partly = “{$name}”: typing recovered, except its end
recovery-base = “{$name}”: the last words typed are lost; the version they began from is intact
recovery-nothing = “{$name}”: nothing could be recovered of the typing that was cut short
recovery-nothing-unnamed = Nothing could be recovered of typing that was cut short
recovery-lost =
    { $count ->
        [0] the end of what was typed is unreadable
        [one] {$count} unreadable change after that is lost
       *[other] {$count} unreadable changes after that are lost
    }
recovery-kept = File: {$file}
recovery-unnamed = not yet saved in a file
recovery-gone = its file is not in its place any more
recovery-unreadable = its file on disk cannot be read
recovery-disk-changed = the file on disk has changed since
recovery-same = the same as on disk
recovery-added = {$added} more than on disk, {$where}
recovery-removed = {$removed} fewer than on disk, {$where}
recovery-replaced = {$added} more and {$removed} fewer than on disk, {$where}
recovery-in-paragraphs =
    { $count ->
        [0] outside paragraphs
        [one] in {$count} paragraph
       *[other] in {$count} paragraphs
    }
recovery-paragraphs =
    { $count ->
        [0] no paragraph differs from the disk
        [one] {$count} paragraph differs from the disk
       *[other] {$count} paragraphs differ from the disk
    }
recovery-facts =
    { $count ->
        [0] nothing differs outside paragraphs
        [one] {$count} fact differs outside paragraphs
       *[other] {$count} facts differ outside paragraphs
    }
recovery-open = Open the recovered version
recovery-both = Open both
recovery-compare = Compare
recovery-discard = Discard
recovery-all = Show all recovered versions ({$count})
recovery-fewer = Show fewer versions
recovery-others =
    { $count ->
        [0] No recovered documents
        [one] {$count} other document, interrupted before it was saved, was recovered
       *[other] {$count} other documents, interrupted before they were saved, were recovered
    }
recovery-show = Show recovered versions
recovery-beside = {$name} (recovered)
recovery-on-disk = {$name} (on disk)
recovery-discarded = The recovered version of “{$name}” was put aside. Its journal stays in {$folder}
recovery-not-discarded = The typing journal could not be put aside ({$detail}). It stays where it is and will be offered at the next start.
recovery-resumed = What you type is kept as you go again; nothing was lost.



## Saving and backups

cmd-earlier = Earlier versions…
cmd-copy-out = Copy the document and its earlier versions to a USB stick
save-again = Try again
save-elsewhere = Save elsewhere
export-elsewhere = Export elsewhere
copy-elsewhere = Copy elsewhere
error-unsure = “{$path}” was written, but the disk did not confirm it ({$detail}). Your document stays open; the old file may come back after a power cut. Save again.
cli-error-unsure = “{$path}” was written, but the disk did not confirm it ({$detail}). The old file may come back after a power cut. Run the command again.
warning-no-backup = “{$path}” is saved, but no earlier version of it could be kept. Check the disk space and the permissions of the folder of versions.
copy-no-stick = No USB stick that can be written to was found. Write the folder.
copy-sticks = There are several USB sticks. Write the folder you mean.
copy-under-way = Copying to {$place}. Do not pull the stick out before it has ended.
copy-done = “{$name}” and its earlier versions were copied to {$place}. Everything is on the stick now.
dialog-copy-title = Copy the document and its earlier versions
dialog-copy-button = Copy
earlier-title = Earlier versions of “{$name}”
earlier-note = A version is kept at each save, the last {$most} at most. Opening or comparing one does not change your document.
earlier-none = No earlier versions yet. A version is kept at each save, the last {$most} at most.
earlier-copy = Copy to a USB stick
earlier-open = Open a copy
earlier-when = {$day}, {$time}
earlier-about = {$words}, {$since}
earlier-same = the same as the text now
earlier-otherwise = other things than the text have changed since: the header, the order or the look
earlier-both = {$added}, {$removed}
earlier-added =
    { $count ->
        [0] no words added since
        [one] {$count} word added since
       *[other] {$count} words added since
    }
earlier-removed =
    { $count ->
        [0] no words removed since
        [one] {$count} word removed since
       *[other] {$count} words removed since
    }
earlier-unreadable = this version could not be read
earlier-name = {$name} (version of {$at})
earlier-now = {$name} (text now)
toast-earlier = The earlier version is open as a new document, not saved yet


## Others at the same record

window-title-read-only = {$name} • read only — Mahdar
why-read-only = The file is open here for reading only
others-somebody = Somebody else
others-day-time = {$day}, {$time}
others-held = {$person} has been editing this file on {$machine} since {$since}.
others-held-here = This file has been open for editing in another window on this machine since {$since}.
others-held-unknown = This file seems to be open for editing elsewhere.
others-held-detail = Here it is open for reading only.
others-open-copy = Open a copy
others-take-over = Take over editing
others-freed = This file was closed at the other place.
others-freed-detail = You can edit it here.
others-edit-now = Edit now
others-taken = {$person} took over editing this file on {$machine}, since {$since}.
others-taken-here = Another window on this machine took over editing this file, since {$since}.
others-taken-unknown = Somebody else took over editing this file.
others-taken-detail = What you wrote stays here; nobody’s work is replaced without asking you.
others-save-copy = Save a copy
others-save-here = Save into this file
others-shared-title = Somebody else is editing this file
others-shared-body = Save a copy beside it, or save your text into it?
others-changed = Another program changed this file on disk ({$time}).
others-changed-detail = What you wrote is untouched here and not saved yet.
others-changed-clean = What you see is the text before that.
others-changed-unreadable = Another program changed this file on disk ({$time}), and it cannot be read. Your document is still open as it was.
others-gone = This file was deleted from the disk or moved.
others-gone-detail = Your document is still open here. Save it to write it anew.
others-compare = Compare
others-open = Open
others-open-disk = Open the version on disk
others-reload = Reload
others-reloaded = Reloaded from disk
others-keep = Keep mine
others-refused = The file is open here for reading only. Open a copy or take over editing.
others-unwritable = This file or its folder is protected from writing.
others-unwritable-detail = Edit it here, then save it elsewhere.
others-copies-detail = Both are kept as they are.
others-copy-name = Copy of {$name}
others-disk-name = {$name} (disk)
others-in-copy = In the other copy
others-copies =
    { PLURAL($count) ->
        [one] A different copy of this file lies beside it: “{$name}”.
       *[other] {$count} different copies of this file lie beside it, among them “{$name}”.
    }



## Comparing

cmd-compare = Compare with another file
cli-compare-same = No difference between “{$a}” and “{$b}”.
cli-compare-one-input = Only one of the two files can be “-”: there is one standard input.
compare-title = Comparison
compare-none = No difference between the two records
compare-none-about = Everything in them is the same: header, attendance, text and remarks.
compare-next = Next difference
compare-previous = Previous difference
compare-unfold = Show unchanged paragraphs
compare-fold = Fold unchanged paragraphs
compare-data = Data of the record
compare-text = Text
compare-here = Here
compare-on-disk = On the disk
compare-added = added
compare-removed = removed
compare-moved = moved, was paragraph {$place}
compare-paragraph = Paragraph {$place}
compare-named = {$name}:
compare-personal = personal detail changed
compare-at = Difference {$at} of {$all}
compare-unchanged =
    { $count ->
        [0] No unchanged paragraph
        [one] {$count} unchanged paragraph
       *[other] {$count} unchanged paragraphs
    }
compare-blocks =
    { $count ->
        [0] no paragraph changed
        [one] {$count} paragraph changed
       *[other] {$count} paragraphs changed
    }
compare-facts =
    { $count ->
        [0] no detail changed
        [one] {$count} detail changed
       *[other] {$count} details changed
    }
compare-words-added =
    { $count ->
        [0] no word added
        [one] {$count} word added
       *[other] {$count} words added
    }
compare-words-removed =
    { $count ->
        [0] no word removed
        [one] {$count} word removed
       *[other] {$count} words removed
    }
compare-id = Record id
compare-template = Template
compare-letterhead = Letterhead
compare-source = Imported file
compare-source-text = Imported text
compare-label = Numbering sign
compare-recitals-written = as written
compare-recitals-clauses = a paragraph each, ending with a comma
compare-page = Page size (mm)
compare-output = Text of the record
compare-place = Position
compare-approval = Approval
compare-seal = Seal
compare-embargo = Not before
compare-other-people = People under other ids
compare-other-groups = Groups under other ids
compare-other-blocks = Paragraphs under other ids
compare-person = Person
compare-attendee = Attendance list
compare-presence = Presence
compare-group = Group
compare-aliases = Other spellings of the name
compare-remark = Remark
compare-resolved = closed
compare-suggestion = Suggested change
compare-suggests-text = in the text
compare-suggests-order = a paragraph moved
compare-suggests-field = in the header
compare-version = Kept version
compare-otherwise = Another difference
compare-marks = Formatting and review
compare-mark-strike = struck
compare-mark-colour = colour
compare-mark-language = another language
compare-mark-inserted = suggested words
compare-mark-deleted = suggested removal
compare-mark-remark = remark
compare-kind = Kind
compare-audience = Readers of the paragraph
compare-joined = suggested joining to the one before
compare-prompt = What the template asks for
compare-note-mark = Kind of note
compare-task = task
compare-vote = {$yes} for, {$no} against, {$abstained} abstaining


## Damaged and older files, limits

limit-blocks = A record holds at most {$count} paragraphs.
limit-paragraph = A paragraph holds at most {$count} characters.
limit-marks = A paragraph holds at most {$count} marks and fields.
limit-people = A record holds at most {$count} people.
limit-groups = The attendance list holds at most {$count} groups.
limit-remarks = A record holds at most {$count} remarks, suggestions or kept versions.
limit-line = A field holds at most {$count} characters.
limit-record = A record takes at most {$count} MB.
limit-list = A file holds at most {$count} elements.
limit-entries = A file holds at most {$count} elements.
limit-reached = {$beyond} The record is as it was before this command. Spread the text over smaller paragraphs or records.
error-beyond = “{$path}” was not opened. {$beyond} The file is untouched. Split it into smaller records in a text editor.
older-format = “{$path}” is written in an older format ({$version}). The file is untouched; it is written in today’s format only if you save it.
cli-older = “{$path}” is written in an older format ({$version}). What is saved of it is written in today’s format.
cli-usage-salvage = mahdar salvage FILE -o OUT: writes what is sound in a damaged file into a new one
cli-salvage-exists = “{$path}” exists already and was not replaced. Give another name after -o.
salvage-nothing = Nothing in “{$path}” can be read. The file is untouched. Open a backup if there is one.
salvage-offer = Open a copy of what is sound
salvage-offer-backup = Open the latest backup
salvage-opened = This is a copy, not saved yet, of what is sound in “{$path}”. The damaged file is as it was. { $count ->
    [0] Nothing of it is lost.
    [one] One place was damaged.
    *[other] {$count} places were damaged.
}
salvage-show = Show what was damaged
salvage-title = What was damaged in “{$path}”
salvage-about = All the rest is in the open copy. The numbers are lines of the damaged file.
salvage-part-head = start of the file
salvage-part-field = field of the header
salvage-part-output = one of the texts
salvage-part-person = person
salvage-part-attendee = line of the attendance list
salvage-part-block = paragraph
salvage-part-remark = remark
salvage-part-change = suggested change
salvage-part-version = kept version
salvage-part-unknown = unknown part
salvage-left-words = only its words are left, for the minutes alone
salvage-left-most = most of it is left
salvage-left-letters = all is left but letters replaced by �
salvage-left-renamed = all is left, under a new id as another part had the same
salvage-left-nothing = nothing of it is left
salvage-lost = Line {$line}, {$part}: {$left}.
salvage-missing = {$part}: {$left}.
salvage-more = { PLURAL($count) ->
    [one] And one more place.
    *[other] And {$count} more places.
}
salvage-untitled = Salvaged from {$name}



## Invisible characters

cmd-invisibles = Invisible characters
list-and = {$before}, {$next}
toast-cleaned = Text pasted after cleaning: {$what}
cleaned-file = The texts of this record were cleaned when it was opened.
cleaned-file-kept = The file itself has not changed.
cleaned-what = {$what}. The file itself has not changed.
cli-cleaned = Texts cleaned: {$what}
hygiene-directions =
    { $count ->
        [one] {$count} direction character removed
       *[other] {$count} direction characters removed
    }
hygiene-invisible =
    { $count ->
        [one] {$count} invisible character removed
       *[other] {$count} invisible characters removed
    }
hygiene-no-break =
    { $count ->
        [one] {$count} no-break space made ordinary
       *[other] {$count} no-break spaces made ordinary
    }
hygiene-spaces =
    { $count ->
        [one] {$count} special space made ordinary
       *[other] {$count} special spaces made ordinary
    }
hygiene-tatweel =
    { $count ->
        [one] {$count} tatweel removed
       *[other] {$count} tatweels removed
    }
hygiene-forms =
    { $count ->
        [one] {$count} presentation form turned back into its letter
       *[other] {$count} presentation forms turned back into their letters
    }
hygiene-marks =
    { $count ->
        [one] {$count} excess mark removed
       *[other] {$count} excess marks removed
    }
hygiene-composed =
    { $count ->
        [one] {$count} letter joined with its marks
       *[other] {$count} letters joined with their marks
    }

# Controls
only-digits = Only digits are written here
menu-go = Go to
settings-invisibles = Show invisible characters on the page
preview-laying = Laying out pages: { $pages ->
    [one] { $pages } page so far
   *[other] { $pages } pages so far
}

# Import
import-error-empty = “{$path}” is empty. Nothing was changed. Choose another file.
import-error-too-big = “{$path}” is larger than 64 MB. It was not read and nothing was changed. Split it, or paste what you need of it.
import-error-binary = “{$path}” is not text, HTML or DOCX. Nothing was changed. Save it as DOCX from its own program, then import it.
import-error-encrypted = “{$path}” is protected by a password. It was not read and nothing was changed. Open it in its own program, save it without a password, then import it.
import-error-old-word = “{$path}” is in Word’s old format (before 2007). It was not read and nothing was changed. Open it in Word or LibreOffice and save it as DOCX.
import-error-not-docx = “{$path}” is a compressed file, but not a DOCX. Nothing was changed. Save the text as DOCX from its own program, then import it.
import-error-damaged = “{$path}” is damaged or incomplete. Nothing of it was read and nothing was changed. Copy or download it again, or open it in its own program and save it anew.
import-error-bomb = “{$path}” grows beyond the size of any text when unpacked. It was not read and nothing was changed. Do not open it if you do not know where it comes from.
import-error-too-deep = The parts of “{$path}” nest deeper than those of any text. It was not read and nothing was changed. Open it in its own program and paste its text here.
import-error-no-text = There are no words in “{$path}”. Nothing was changed. If it is a scanned page, its text has to be typed.
import-error-record = “{$path}” is a record of this program. Nothing was changed. Open it instead of importing it.
import-encoding = text converted from {$name}
cli-import-one-output = The record and the report of --json cannot both go to standard output. Give a file after -o.
dialog-import-title = Import a text
dialog-import-button = Import
dialog-filter-texts = Texts (DOCX, HTML, MD, TXT)
home-import = Import a text
import-reading = Reading “{$path}”…
import-clipboard = the clipboard
import-done = “{$path}” became a record, not saved yet.
import-pasted = The pasted text became a record.
import-found = In it: {$what}.
import-told = While reading: {$what}.
import-plain = Paste it as it is
import-let-go = Undo the import
import-whole = What you pasted looks like a whole text.
import-whole-detail = It can be read as a record of its own, with its title, date and axes.
import-as-record = Read it as a record
import-unreadable =
    { $count ->
        [one] {$count} unreadable character, shown as �
       *[other] {$count} unreadable characters, shown as �
    }
import-macros =
    { $count ->
        [one] macros in it, neither read nor run
       *[other] {$count} modules of macros, neither read nor run
    }
import-scripts =
    { $count ->
        [one] {$count} script, neither read nor run
       *[other] {$count} scripts, neither read nor run
    }
import-hidden =
    { $count ->
        [one] {$count} hidden passage left out
       *[other] {$count} hidden passages left out
    }
import-pictures =
    { $count ->
        [one] {$count} picture left out
       *[other] {$count} pictures left out
    }
import-comments =
    { $count ->
        [one] {$count} comment left out
       *[other] {$count} comments left out
    }
import-insertions =
    { $count ->
        [one] {$count} tracked insertion, taken
       *[other] {$count} tracked insertions, taken
    }
import-deletions =
    { $count ->
        [one] {$count} tracked deletion, left out
       *[other] {$count} tracked deletions, left out
    }
import-tables =
    { $count ->
        [one] {$count} table, each row of it a paragraph
       *[other] {$count} tables, each row of them a paragraph
    }
import-footnotes =
    { $count ->
        [one] {$count} footnote, put at the end
       *[other] {$count} footnotes, put at the end
    }
import-text-boxes =
    { $count ->
        [one] {$count} text box, put after its paragraph
       *[other] {$count} text boxes, put after their paragraphs
    }
import-page-margins =
    { $count ->
        [one] {$count} line of page header or footer, kept with the original text alone
       *[other] {$count} lines of page headers or footers, kept with the original text alone
    }
import-objects =
    { $count ->
        [one] {$count} object of another program left out
       *[other] {$count} objects of other programs left out
    }
import-has-paragraphs =
    { $count ->
        [one] {$count} paragraph
       *[other] {$count} paragraphs
    }
import-has-recommendations =
    { $count ->
        [one] {$count} recommendation
       *[other] {$count} recommendations
    }
import-has-people =
    { $count ->
        [one] {$count} person
       *[other] {$count} people
    }
import-has-findings =
    { $count ->
        [one] {$count} thing to look at
       *[other] {$count} things to look at
    }
# What an import guessed.
compare-source-guesses = Guesses about the imported text
guess-certain = certain
guess-likely = likely
guess-unsure = unsure
finding-guess-kind = Taken for: {$kind} ({$how}); paragraphs: {$count}
finding-guess-title = Taken for the title ({$how})
finding-guess-output = Kind of text: {$kind} ({$how})
finding-guess-field = Read from the text into the header ({$how}): {$fields}
finding-guess-residue = Left over from a web page and struck ({$how}): “{$words}”
finding-guess-fused = Two items may be in one line here
finding-guess-list-end = It is not clear whether the list ends before this paragraph
finding-guess-label = The source numbered this “{$words}”; it is numbered by its place now
finding-guess-unlabelled = The source gave this no number; it has one now
finding-guess-agenda = This paragraph tells the agenda ({$how})
finding-guess-attendance = This paragraph tells who came ({$how})
finding-guess-deadline = A deadline is set here ({$how})
finding-guess-next = The next meeting is announced here ({$how})
finding-guess-quotation = A quotation begins here ({$how})
finding-guess-dateline = The title opens with the name of a place ({$how})
finding-guess-matter = What was decided, as read from its words ({$how}): {$kind}, {$words}
finding-guess-vote = The vote, as read from its words ({$how}): {$words}
finding-guess-roll = The source worded the attendance list otherwise (places: {$count}): “{$words}”
finding-guess-column = The attendance table says things the header has no place for (lines: {$count}): “{$words}”
finding-guess-repeated = A sentence leading to the agenda, struck as the agenda has its heading: “{$words}”
check-guess-kind = {$kind}
check-guess-kind-why = Taken for this when imported ({$how}); paragraphs: {$count}. Confirm it or choose another kind.
check-guess-title = A line taken for the title
check-guess-title-why = It stands at the head as titles do ({$how}). Confirm or correct it.
check-guess-output = Kind of text: {$kind}
check-guess-output-why = Known by its wording ({$how}). Confirm it, or change it at the top of the window.
check-guess-field = {$fields}
check-guess-field-why = Read from the text and put into the header ({$how}). Check it, then confirm.
guess-held = {$field}: {$held}
guess-held-more = {$told}… (fields: {$count})
check-guess-residue = Left by a web page
check-guess-residue-why = “{$words}” is struck ({$how}) and will not be published. Delete it or keep it.
check-guess-fused = Two items in one line?
check-guess-fused-why = This line may hold two items. Split them, or leave it as one.
check-guess-list-end = Does the list end here?
check-guess-list-end-why = The text does not tell whether this paragraph belongs to the list before it.
check-guess-label = The number changed
check-guess-label-why = Its number in the source was “{$words}”; it now follows its place.
check-guess-unlabelled = Numbered now
check-guess-unlabelled-why = This item had no number in the source; it has one by its place.
check-guess-agenda = The agenda in the text
check-guess-agenda-why = This paragraph tells the agenda ({$how}).
check-guess-attendance = Who came, in the text
check-guess-attendance-why = This paragraph tells who attended ({$how}).
check-guess-deadline = A deadline in the text
check-guess-deadline-why = This paragraph sets a deadline ({$how}).
check-guess-next = The next meeting in the text
check-guess-next-why = This paragraph announces the next meeting ({$how}).
check-guess-quotation = A quotation
check-guess-quotation-why = A quotation begins here ({$how}). Confirm it, or make it a quotation of its own.
check-guess-dateline = A place in the title
check-guess-dateline-why = The title opens with the name of a place ({$how}).
check-guess-matter = What was decided: {$kind}
check-guess-matter-why = Read from the words of the paragraph ({$how}): {$words}. Confirm it, or change it in the details of the decision.
check-guess-vote = The vote: {$words}
check-guess-vote-why = Read from the words of the paragraph ({$how}). Confirm it, or change it in the details of the decision.
check-guess-roll = Attendance list worded otherwise
check-guess-roll-why = The source says “{$words}” (places: {$count}). The list is now written from the header; the imported text is kept as it came.
check-guess-column = A column not understood
check-guess-column-why = The attendance table says “{$words}” (lines: {$count}), for which there is no field. It is kept with the imported text; take from it what you need.
check-guess-repeated = The agenda announced twice
check-guess-repeated-why = “{$words}” is struck because the agenda has its heading. Delete it or keep it.
check-source-kept = The imported text is still kept
check-source-kept-why = “{$name}” stays whole with the document until you have checked that nothing of it is missing. Let it go once you have read it through.
finding-source-kept = The imported text “{$name}” is still kept with the document
guess-confirm = Right
guess-confirm-all = All that is {$how} is right
guess-plain = Plain paragraph
guess-decision = Decision
guess-intervention = Intervention
guess-shallower = One level higher
guess-deeper = One level deeper
guess-join = Join to the one before
guess-delete = Delete
guess-restore = Keep
guess-split = Split in two
guess-leave = Leave as one
guess-ends = The list ends here
guess-goes-on = It is an item
guess-quote = Make it a quotation
guess-dismiss = Dismiss it
panel-source = Source
cmd-panel-source = Imported text panel
cmd-dismiss-source = Dismiss the imported text
origin-none = This document was not imported, or its source was dismissed.
origin-pasted = Pasted text
why-not-imported = This document keeps no imported text.
# Inserting into the text
cmd-insert = Insert at the caret
cmd-open-entry = Open the field’s entry in the header
cmd-freeze = Turn the field into fixed words
cmd-freeze-all = Turn the paragraph’s fields into fixed words
cmd-keep-phrase = Keep as a phrase
why-no-field = Put the caret at a field of the text
why-no-fields = This paragraph has no fields
why-no-words = This paragraph is empty
insert-hint = Field, phrase or person
insert-nothing = Nothing of that name
insert-fields = Fields
insert-phrases = Phrases
insert-people = People
insert-do = insert
insert-section = next section
insert-form = another form
insert-forget = forget
phrases-opening = opening
phrases-context = context
phrases-recital = recital
phrases-enacting = enacting
phrases-intervention = intervention
phrases-decision = decision
phrases-recommendation = recommendation
phrases-closing = closing
phrases-un = UN style
toast-field-inserted = The field was inserted into the text, at the caret
toast-no-entry = This field has no entry in the header
toast-nothing-to-freeze = This field has no value yet; it stays as it is
toast-frozen =
    { $count ->
        [one] The field is fixed words now and no longer follows the header
       *[other] {$count} fields are fixed words now and no longer follow the header
    }
toast-phrase-kept = The phrase is kept among yours
toast-phrase-forgotten = The phrase was let go and will not be offered again
field-into-text = Insert “{$name}” into the text
## The roster

roster-title = Address book
cmd-sheet = Attendance sheet to sign
cmd-close-notice = Hide the notice
dialog-filter-tables = CSV tables
roster-count =
    { $count ->
        [0] nobody yet
        [one] { $count } person
       *[other] { $count } people
    }
roster-search = Search by name, role or body
roster-empty = The address book is still empty. Add a person, paste a table from a spreadsheet, or keep an attendance list in it.
roster-none-found = Nobody matches the search.
roster-form-empty = Choose a person to change what is known of them, or add one.
roster-file = Table from a file…
roster-paste = Paste a table
roster-clipboard = the clipboard
roster-chosen =
    { $count ->
        [0] Choose all
        [one] { $count } person chosen
       *[other] { $count } people chosen
    }
roster-nobody = Choose a person first
roster-join = Put on the attendance list
roster-remove = Remove from the address book
roster-removed =
    { $count ->
        [0] Nobody was removed
        [one] { $count } person removed from the address book
       *[other] { $count } people removed from the address book
    }
roster-undone = The address book is as before
roster-merged = The two names are one person now
roster-imported =
    { $count ->
        [0] Nothing new came in
        [one] { $count } person came into the address book
       *[other] { $count } people came into the address book
    }
roster-gender-unknown = Gender not stated
roster-needs-name = A name is needed
roster-aliases = Other spellings of the name
roster-hint-aliases = Benabdallah; Ben Abdallah
roster-alike = Also in the address book: { $name }
roster-merge = It is the same person
roster-table-of = Table: { $name }
roster-table-note = Look at what will come in, and press Enter on a row to decide otherwise. Nothing changes until you agree.
roster-no-names = This table has no column of names: say which one holds them. Nothing was changed in the address book.
roster-no-heads = The columns of this table have no heads: check what each one holds.
roster-converted = The text was converted from { $name }.
roster-nameless =
    { $count ->
        [0] Every row has a name.
        [one] { $count } row without a name was left out.
       *[other] { $count } rows without a name were left out.
    }
roster-column = Column { $number }
roster-is-new = New
roster-is-known = Known, nothing new
roster-is-richer = Known, to be completed
roster-is-like = Like “{ $name }”
roster-is-twice = Twice: “{ $name }”
roster-same = Same person
roster-other = Somebody else
roster-is-skipped = Left out
roster-choose-new = Add as somebody new
roster-choose-same = The same as “{ $name }”
roster-choose-skip = Leave out
roster-of-record = From the attendance list to the address book
roster-record-note = The address book holds names close to some of these. Press Enter on a row to say who it is. Nothing changes before you confirm.
roster-take =
    { $count ->
        [0] Nothing to take in
        [one] Take { $count } person in
       *[other] Take { $count } people in
    }
roster-nothing-new = Everybody in the table is known already
roster-counts = New: { $new } · joined: { $joined } · known: { $known }
table-empty = This table has no rows. Nothing was changed in the address book.
table-too-many = This table has more than { $count } rows. Divide it and take each part in by itself. Nothing was changed in the address book.
table-no-text = This file is not a text table. Save it as CSV from the spreadsheet and try again. Nothing was changed in the address book.
column-none = Left out
column-name = Full name
column-given = First name
column-family = Family name
column-latin = Name in Latin letters
column-title = Title
column-gender = Gender
column-role = Role
column-body = Body
column-phone = Telephone
column-identity = Identity card number
column-aliases = Other spellings of the name


## The panel of those present

panel-roll = Roll call
panel-invited = Invitations
panel-all = All
panel-all-present = Everybody is present
panel-answers-count = Turn answers into presence
why-all-said = Everybody’s presence is set
why-no-answers = No answer to turn into presence
why-nobody-listed = The attendance list is empty
cmd-sort-name = Sort the list by name
cmd-sort-presence = Sort the list by presence
answer-key-none = ?
answer-key-invited = I
answer-key-confirmed = C
answer-key-declined = D
quorum-since = Reached at { $time } with those who came late
quorum-takes = Those there at the opening and those represented count, guests and groups do not; leaving early changes nothing.
quorum-late =
    { $count ->
        [0] nobody late
       *[other] { $count } came after the opening
    }


## Findings about people

finding-genders-unknown = Others on the attendance list whose gender is not stated: {$count}
finding-holds-several = “{$name}” stands in for {$count} members
finding-proxy-away = “{$name}” stands in for a member and is not marked present
check-genders-unknown = Gender not stated of others: {$count}
check-genders-unknown-why = Their wording is open between masculine and feminine on the list. State the gender beside each name.
check-holds-several = “{$name}” stands in for {$count} members
check-holds-several-why = Most statutes allow one proxy for each member. Check the rule that holds here.
check-proxy-away = “{$name}” stands in for a member and is not marked present
check-proxy-away-why = Only somebody present stands in for another. Mark them present or name somebody else.
finding-over-members = More members are present ({$present}) than the body has ({$members})
check-over-members = More members are present ({$present}) than the body has ({$members})
check-over-members-why = No quorum can be counted from these. Correct the number of members, or mark as a guest whoever is none.
fix-members-listed = Take the number on the attendance list ({$listed})

## Find, replace, going to a place, counts

find-whole = Whole word
find-attached = With prefixes
find-attached-why = For whole words only
find-exact = Exact letters
find-count = {$at} of {$count}
find-none = Nothing found
find-none-of = “{$words}” was not found
find-looking = Searching…
find-with = Replace with
find-with-hint = Replace with…
find-replace = Replace
find-replace-all = Replace all
find-bound = These words cannot be replaced in place
find-live = Words of a live field, written in its entry
find-made = Words written by the program
find-entry = Open the entry
find-go = Go there
find-in = {$part}, {$name}:
find-people = People
find-beside = Details of paragraph {$number}:
find-remark = Review remark:
find-replaced =
    { PLURAL($count) ->
        [zero] Nothing was replaced.
        [one] One place was replaced.
       *[other] {$count} places were replaced.
    }
find-unlisted = “{$name}” is not in the list of regions and provinces: its entry stays as it was.
find-left =
    { PLURAL($count) ->
        [zero] None is left.
        [one] One is left in a live field or in details that change only in their entry.
       *[other] {$count} are left in live fields or in details that change only in their entries.
    }
change-replacing = Replacing
region-find = Find and replace
cmd-goto = Go to
goto-field-hint = A number, “rec 3.2” or “page 2”
goto-hint = Write the number of a paragraph, a page or an axis, “rec 3.2” or “point 4”.
goto-paragraph = Paragraph {$number}
goto-page = Page {$number}
goto-recommendation = Recommendation {$number}
goto-axis = Axis {$number}
goto-agenda = Agenda item {$number}
goto-none = Nothing in this document has the number {$number}.
goto-no-paragraph = No paragraph has this number. Paragraphs: {$count}.
goto-no-page = No page has this number. Pages: {$count}.
goto-no-recommendation = No recommendation has this number. Recommendations with their axes: {$count}.
goto-no-axis = No axis has this number. Axes: {$count}.
goto-no-agenda = No agenda item has this number. Agenda items: {$count}.
cmd-counts = Word count
counts-selected = Selection
counts-words = Words
counts-characters = Characters with spaces
counts-letters = Characters without spaces
counts-paragraphs = Paragraphs
counts-recommendations = Recommendations
counts-pages = Pages
status-words-of =
    { PLURAL($count) ->
        [zero] No words
        [one] {$some} of one word
       *[other] {$some} of {$count} words
    }
## Lists on the page
cmd-to-items = Turn into items
cmd-to-paragraphs = Turn into paragraphs
cmd-split-items = Split items run into one line
cmd-remove-items = Delete the chosen paragraphs and what is below them
why-not-fused = there are no items to split here
handle-carry = Drag to move, with what is below
handle-carried = { $count ->
    [one] {$count} paragraph
   *[other] {$count} paragraphs
}
detail-mixed = different values
detail-several = { $count ->
    [one] What is written here goes to {$count} chosen recommendation
   *[other] What is written here goes to all {$count} chosen recommendations
}
toast-follow-up-gone = { $count ->
    [one] The follow-up of one recommendation was removed; Ctrl Z brings it back
   *[other] The follow-up of {$count} recommendations was removed; Ctrl Z brings it back
}
menu-labels-axis = Numbers of axes
menu-labels-section = Numbers of sections
menu-labels-item = Numbers of items
menu-labels-subitem = Numbers of sub-items
finding-fused = This recommendation runs several numbered items together
finding-fused-split = Split them
check-fused = This recommendation runs several numbered items together
check-fused-why = Each numbered item is a recommendation followed up on its own. What comes before the first number stays where it is, and each number becomes an item.

## The live session

live-back = Back to the text
live-send = Move the notes into the text
live-send-one = Move into the text
why-no-notes = There are no notes to move
live-queue = Speakers
live-queue-add = Add a speaker
live-queue-next = Next speaker
live-queue-whom = Name of who asks for the floor
live-queue-remove = Take “{ $name }” off the list of speakers
live-queue-more =
    { PLURAL($count) ->
        [one] and { $count } more speaker
       *[other] and { $count } more speakers
    }
live-speaks = Has the floor: { $name }
live-waits = { $number }. { $name }: give the floor
live-item = Current item
live-item-next = Next item
live-item-previous = Previous item
live-decision = Decision
live-task = Task
live-quote = Quotation
live-mark-decision = Mark the note as a decision
live-mark-task = Mark the note as a task
live-mark-quote = Mark the note as a quotation
live-mark-none = Take the mark off the note
live-turn = Go between the line and the roll call
live-turn-short = switch
live-keep = keep
live-line = New note
live-line-of = Note of { $name }
live-hint = Write what is said, or the surname of who speaks
live-several = Group
live-cancel = Cancel
live-remove = Delete the note
live-correcting = Correcting the note of { $time }
live-empty = No notes yet
live-empty-about = Write in the line below, then Enter: the note is kept with its time, for the minutes only
live-roll-mark = { $name }: mark { $presence }
live-roll-opens = their card
live-roll-adds = add as present
live-roll-leaves = back to the name
live-present =
    { PLURAL($count) ->
        [one] { $count } present
       *[other] { $count } present
    }
live-excused = { $count } excused
live-absent = { $count } absent
live-noted =
    { PLURAL($count) ->
        [one] { $count } note taken
       *[other] { $count } notes taken
    }
live-sent =
    { PLURAL($count) ->
        [one] { $count } note moved into the text. Ctrl Z takes it back
       *[other] { $count } notes moved into the text. Ctrl Z takes them back
    }
detail-verb = Verb
detail-verb-none = No verb


## Findings about votes

finding-vote-over = The votes ({$sum}) are more than those present ({$present})
finding-vote-under = The votes ({$sum}) are fewer than those present ({$present})
finding-vote-differs = The vote in the text ({$said}) differs from the one recorded ({$kept})
check-vote-over = The votes ({$sum}) are more than those present ({$present})
check-vote-over-why = Only those present or represented vote. Check the votes or the attendance list.
check-vote-under = The votes ({$sum}) are fewer than those present ({$present})
check-vote-under-why = Anyone present who does not vote usually counts as abstaining, unless they left before the vote.
check-vote-differs = The vote in the text ({$said}) differs from the one recorded ({$kept})
check-vote-differs-why = One vote is not told in two ways. Take what the text says, or correct its sentence.
fix-vote-abstained = Count the rest as abstaining ({$rest})
fix-vote-said = Record what the text says: {$said}
vote-counted = {$yes} for, {$no} against, {$abstained} abstaining
## The next meeting
home-next-title-session = Next session: {$body}
home-next-title-gathering = Next gathering: {$body}
home-next-title-congress = Next congress: {$body}
home-next-title-assembly = Next general assembly: {$body}
home-next-title-meeting = Next meeting: {$body}
home-next-unset = No date set yet
home-next-carries = Carried over: {$what}
home-next-items =
    { $count ->
        [0] No agenda items
        [one] {$count} agenda item
       *[other] {$count} agenda items
    }
home-next-recommendations =
    { $count ->
        [0] No recommendations
        [one] {$count} recommendation not done yet
       *[other] {$count} recommendations not done yet
    }
next-made = This is the record of the next meeting, not saved yet.
next-invited =
    { $count ->
        [0] Nobody to invite
        [one] {$count} person to invite
       *[other] {$count} people to invite
    }
next-let-go = Undo the preparation
why-no-meeting = there is no earlier record to prepare the next meeting from

## Bodies
bodies-title = Our bodies
bodies-empty = No bodies yet. Enter yours once, and each new document begins with its letterhead and signatories.
bodies-add = New body
bodies-of-record = From the open document
bodies-import = Import a body
bodies-unnamed = Body without a name
bodies-needs-name = Write the name of the body first
bodies-signatories = Signatories, one on each line
bodies-hint-signatories = السيدة نعيمة السوسي، الكاتبة الجهوية
bodies-logo-label = Logo
bodies-logo = Choose a logo
bodies-logo-remove = Remove the logo
bodies-last-number = Last number of {$year}
bodies-next-number = Next: {$number}
bodies-number-note = Goes up by one with each number given to a document of this body.
bodies-dress = Give to the document
bodies-choose = For new documents
bodies-is-chosen = New documents belong to this body
bodies-share = Export to a file
bodies-remove = Delete
bodies-removed = The body “{$name}” was deleted.
bodies-undone = The body is as it was.
bodies-dressed = The document now belongs to the body “{$name}”.
bodies-shared = The body “{$name}”, its logo and its templates were written to one file.
bodies-imported = The body “{$name}” was added.
bodies-brought = Its file held {$what}.
bodies-brought-logo = a logo
bodies-brought-signatories = { $count ->
    [one] one signatory
   *[other] {$count} signatories
}
bodies-brought-templates = { $count ->
    [one] one template
   *[other] {$count} templates
}
bodies-merged = The body “{$name}” was brought up to date from the file.
bodies-not-one = “{$path}” is not a body file. Nothing was changed. Ask for a file whose name ends in mahdar-body.
cmd-dress = Give the document to the body: {$name}
cmd-take-number = Insert the next outgoing number
why-no-body = the document belongs to none of your bodies
number-take = Insert {$number}
fix-take-number = Insert {$number}
number-taken = Outgoing number inserted: {$number}.
number-there = This text already has a number: {$number}.
number-twice = The number {$number} is that of another document of this body: {$title}.
logo-missing = The logo “{$name}” is neither beside the document nor with your bodies. The document prints without it.
picture-not-one = “{$path}” is not a valid PNG or JPEG picture. The logo is as it was. Choose another one.
picture-too-large = The picture “{$path}” is larger than 1 MB. The logo is as it was. Choose a smaller one.
dialog-filter-pictures = Pictures

## Templates edited
cmd-edit-template = Edit this document’s template
why-no-template = the document came from no template
template-opened = This is your template “{$name}”. Once saved, new documents begin with it.
template-saved = The template “{$name}” was saved.

## Publishing
publish-channels = Channels
publish-files = Files
publish-to-whatsapp = WhatsApp
publish-to-whatsapp-about = One message
publish-to-facebook = Facebook
publish-to-facebook-about = A post without marks
publish-to-site = The body’s site
publish-to-site-about = Title and paragraphs
publish-to-press = Press
publish-to-press-about = Communiqué as DOCX
publish-to-pdf = PDF to sign
publish-to-pdf-about = For paper and archive
publish-to-review-pdf = PDF for review
publish-to-review-pdf-about = Numbered, for telephones
publish-to-docx = DOCX
publish-to-docx-about = For Word
publish-to-odt = ODT
publish-to-odt-about = For LibreOffice
publish-to-txt = Plain text
publish-to-txt-about = UTF-8
publish-to-md = Markdown
publish-to-md-about = For sites and archives
publish-to-html = HTML
publish-to-html-about = A whole page to print
publish-to-ron = Public Mahdar file
publish-to-ron-about = for whoever has the program
publish-to-folder = Publishing folder
publish-as-pasted = The text as pasted into {$channel}
publish-as-written = The text as written into the file: {$channel}
publish-as-printed = The pages as they are printed
publish-as-opened = A preview: lines may break differently in {$program}
publish-box-rtl = Right-to-left field
publish-box-rtl-about = {$channel} in Arabic
publish-box-ltr = Left-to-right field
publish-box-ltr-about = A French computer
publish-short = Short
publish-full = Whole
publish-clean-copy = As published
publish-review-copy = With remarks and suggestions
publish-letters =
    { $count ->
        [one] {$count} character
       *[other] {$count} characters
    }
publish-pages =
    { $count ->
        [one] {$count} page
       *[other] {$count} pages
    }
publish-limit = limit {$most}
publish-shown-first = about {$count} seen first
publish-copy = Copy the text
publish-save = Save as a file
publish-past = Published before
publish-warnings = Before publishing
publish-before = Before publishing
publish-folder = Publishing folder
publish-print = Print
publish-note = Note publication
publish-making = Preparing the text…
publish-file-making = Preparing the file…
publish-folder-button = Folder
publish-folder-making = Preparing the publishing folder…
publish-print-making = Preparing the pages to print…
publish-nothing = This text was not prepared
publish-not-ready = The text is being prepared
publish-stopped = Preparing was stopped, nothing was written.
publish-empty = This text has no title and no paragraph. Write some of it first, or choose another text above.
publish-letter = A letter that cannot be printed: {$letter}
publish-letter-body = No font has it, so the pages cannot be made; your document is as it was. Replace it in the paragraph “{$what}”, or choose another channel.
publish-letter-head = No font has it, so the pages cannot be made; your document is as it was. Look for it in the details of the meeting and of people, or choose another channel.
publish-letter-failed = The pages could not be made: no font has the letter “{$letter}”. Nothing was written and your document is as it was. Replace the letter or choose another channel.
publish-letter-missing = it holds the letter “{$letter}”, which no font has
publish-unread = A picture that cannot be printed: {$name}
publish-unread-body = The pages cannot be made with this picture; your document is as it was. Save the picture again as PNG or JPEG in screen colours, or choose another channel.
publish-unread-logo = The pages cannot be made with this logo; your document is as it was. Save it again as PNG or JPEG in screen colours, or choose another channel.
publish-unread-failed = The pages could not be made: the picture “{$name}” cannot be printed as it is. Nothing was written and your document is as it was. Save it again as PNG or JPEG in screen colours, or choose another channel.
publish-unread-missing = it holds the picture “{$name}”, which cannot be printed as it is
publish-failed = This text could not be prepared: {$detail}. Your document is as it was. Choose another channel or format.
publish-no-thread = Preparing could not begin, the machine is busy. Your document is as it was. Try again in a moment.
publish-copied = Text for {$channel} copied as shown, the file is as it was
publish-noted = Publication noted: {$output}, {$channel}. The file is as it was
publish-note-title = Publication to note: {$output}, {$channel}
publish-note-link = Link to the published text, if it has one
publish-note-wrong = This is not a link. Copy all of it from the browser, or empty the field to note the publication without a link.
publish-note-do = Note it
publish-link-open = Open the link
publish-link-copy = Copy the link
publish-link-copied = The link was copied
publish-printed = Text sent to the printer, the file is as it was
publish-viewed = The PDF was opened in its viewer: print it from there
publish-no-printer = There is no printer and no program that opens PDF. Nothing was printed. Save the text as a PDF and print it elsewhere.
publish-print-again = Print again
publish-row-copied = Copied {$at}
publish-row-saved = Saved {$at}
publish-row-printed = Printed {$at}
publish-row-noted = Published {$at}
publish-way-copied = Copied: {$output}, {$channel}
publish-way-saved = Saved to a file: {$output}, {$channel}
publish-way-folder = Written into the publishing folder: {$output}
publish-way-printed = Printed: {$output}, {$channel}
publish-way-noted = Published: {$output}, {$channel}
publish-past-none = Nothing of this document was copied or saved yet. Whatever leaves it is listed here, with its time and place.
publish-past-place = {$when}, {$place}
publish-quoted = “{$words}”
publish-comma = {", "}
publish-long = The text is longer than the channel takes
publish-long-body = {$channel} takes {$most} characters at most, the text has {$count}. Take the short text or drop some paragraphs.
publish-embargo = Too early to publish
publish-embargo-body = This text is under embargo until {$at}.
publish-internal = {$output}: an internal text
publish-internal-body = What is for the minutes and reasons for absence are taken out here, but it was written for members. You may want the communiqué, above.
publish-no-date = The day of the meeting is missing
publish-no-date-body = Readers will not know when it took place. Enter the day in the header.
publish-no-number = No outgoing number
publish-no-number-body = The text goes out without the line of the number. Fill it in in the header if your body numbers what it sends.
publish-review = Internal copy for review
publish-review-body = Remarks, suggestions, the names of who made them and what is for the minutes only go out with the text. Send it to members alone.
publish-draft-body = This text is not approved yet. Its pages say that it is a draft; the copied text does not.
publish-lines = Lines may break differently in {$program}
publish-lines-body = The words, numbers and tables of the file are those shown, but {$program} breaks lines and pages itself. For pages that stay as they are, send a PDF.
publish-remarks =
    { $count ->
        [one] {$count} open remark
       *[other] {$count} open remarks
    }
publish-remarks-body = Remarks do not leave with the text, but their authors are waiting for an answer.
publish-suggestions =
    { $count ->
        [one] {$count} suggestion waits
       *[other] {$count} suggestions wait
    }
publish-suggestions-body = The text leaves as if all were accepted. Look at them first.
publish-picture = The picture “{$name}” was not found
publish-picture-body = Put it beside the document under this name, as PNG or JPEG. The text leaves without it.
publish-picture-large = The picture “{$name}” is too large
publish-picture-large-body = It is larger than 32 MB, and the text leaves without it. Make it smaller first.
publish-picture-broken = The picture “{$name}” is incomplete
publish-picture-broken-body = Its file is cut off, or neither PNG nor JPEG, and the text leaves without it. Save it again as one of them.
publish-picture-press = The picture “{$name}” has printing colours
publish-picture-press-body = This format takes no CMYK colours, and the text leaves without the picture. Save it in screen colours.
publish-picture-odd = This format does not read the picture “{$name}”
publish-picture-odd-body = Its file is written in a way that PDF does not take, and the text leaves without it. Save it again as a PNG.
publish-unresolved-body = The name of the field stands there in brackets. Fill in the header or take the field out.
publish-open-body = Both forms are written. Say the gender in the header or in the list of those present.
publish-ends = The full stop in the left-to-right field
publish-ends-body = On a French computer it stands at the start of the line. A mark that is not seen holds it in its place.
publish-ends-hold = Hold it by an unseen mark
publish-ends-leave = Leave it
publish-ends-held = The full stop is held
publish-ends-held-body = A mark that is not seen is copied behind each line. It is not written into plain text files.
publish-ends-loosen = Copy without it
publish-left-out =
    { $count ->
        [one] {$count} paragraph left out
       *[other] {$count} paragraphs left out
    }
publish-left-out-body = For the minutes alone, not in this channel: {$what}.
publish-left-out-more = For the minutes alone, not in this channel: {$what} and others.
publish-clean = No telephone numbers, no remarks
publish-clean-body = The copied text was looked through, not the file.
publish-clean-file = The file itself was looked through, part by part.
publish-phone = A telephone number in the text
publish-phone-body = The number of {$what} is in what will be published. Take it out of the text unless it is meant.
publish-identity = An identity number in the text
publish-identity-body = The identity number of {$what} is in what will be published. Take it out of the text.
publish-remark-out = A remark in the text
publish-remark-out-body = The words of this remark are in what will be published: {$what}.
publish-file-text = {$name}
publish-file-short = {$name} - short for networks
publish-file-long = {$name} - whole for networks
publish-file-photos = Photos
publish-file-captions = Captions
publish-file-log = Publication log
publish-file-public = {$name} - public copy
publish-photo-missing = not found beside the document
publish-photo-large = larger than 32 MB
publish-photo-broken = incomplete, or neither PNG nor JPEG
publish-folder-done = The publishing folder was written to {$place}. Your document is as it was.
publish-folder-missing = Not in it: {$what}.
publish-folder-kept = The earlier copy stays in it: {$what}.
publish-folder-taken = Taken out of it, as no longer published: {$what}.
publish-folder-there = The publishing folder “{$name}” is there already.
publish-folder-there-about = Updating replaces the files of the text in it, adds a line to the log and leaves the rest.
publish-folder-update = Update it
publish-folder-new = New folder
# What a text goes out with or without
loss-no-date = The date of the meeting is not given
loss-remarks = { $count ->
    [one] One remark is still open
   *[other] {$count} remarks are still open
    }
loss-suggestions = { $count ->
    [one] One suggestion is not decided on: the text was exported as if it were accepted
   *[other] {$count} suggestions are not decided on: the text was exported as if they were accepted
    }
loss-embargo = This text is not to be published before {$when}, {$time}
loss-picture = The picture “{$name}” was not found beside the file or cannot be read: the text was exported without it. Put a PNG or JPEG picture of that name beside the file.
loss-picture-large = The picture “{$name}” is larger than 32 MB: the text was exported without it. Make it smaller and export again.
loss-picture-broken = The picture “{$name}” is incomplete, or neither PNG nor JPEG: the text was exported without it. Save it again as one of them.
loss-picture-press = The picture “{$name}” has printing colours (CMYK), which this format does not take: the text was exported without it. Save it in screen colours.
loss-picture-odd = The file of the picture “{$name}” is written in a way that this format does not take: the text was exported without it. Save it again as a PNG.
loss-too-long = The text is longer than the channel takes: {$length} of {$limit} characters. Choose a shorter one, such as the short text.
cli-length = Length: { $length ->
    [one] {$length} character
   *[other] {$length} characters
    }, { $count ->
    [one] {$count} word
   *[other] {$count} words
    }
## Templates of one's own
cmd-import-template = Import a template
cmd-share-template = Export this template
cmd-name-template = Rename this template
cmd-about-template = Describe this template
cmd-duplicate-template = Duplicate this template
cmd-prompt = Prompt of this paragraph
template-more = More about the template “{$name}”
template-edit = Edit
template-rename = Rename
template-describe = Describe
template-duplicate = Duplicate
template-share = Export
template-remove = Delete
template-about = Description of the template
template-prompt = Prompt
template-ask-about = What is the template for?
template-ask-prompt = What is to be written in this paragraph?
template-about-name = Its file and its id stay as they are, and so does the tie to documents made from it.
template-about-about = The description stands below the template’s name on the home screen. It may be left empty.
template-about-prompt = It shows in grey while the paragraph is empty, and is not printed.
template-removed = The template “{$name}” was deleted.
template-duplicated = A copy was made under the name “{$name}”.
template-imported = The template “{$name}” was added to yours.
template-known = The template “{$name}” is among yours already. Nothing was changed.
template-shared = The template “{$name}” was exported.
template-undone = The templates are as they were
template-is-open = The template “{$name}” is open, so it was not deleted. Close it and try again.
template-no-block = Put the caret into a paragraph first
template-not-one = This file is not a sound template: {$detail}. Your templates were not changed.
template-newer = This template was made by a newer release: {$detail}. Your templates were not changed.
why-not-a-template = this document is not one of your templates
