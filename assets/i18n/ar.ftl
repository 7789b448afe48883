### The interface in Arabic, as Morocco uses it. Every message is in all three files, with the same variables.
### PLURAL is ours: it counts by the last two digits, which the stock rules get wrong above 102.

## Window and status bar

app-name = محضر
language-name = العربية
window-title = {$name} — محضر
window-title-unsaved = {$name} • غير محفوظ — محضر
document-untitled = بدون عنوان
status-saved = محفوظ {$time}
status-saved-never = لم يُحفظ بعد
status-unsaved = تعديلات غير محفوظة
status-saving = يجري الحفظ…
status-save-failed = تعذر الحفظ
status-read-only = للقراءة فقط
status-zoom = {$percent}%
status-undo = تراجع عن: {$name}
status-redo = إعادة: {$name}
status-keyboard = لوحة المفاتيح: {$name}
status-words =
    { PLURAL($count) ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] {$count} كلمات
        [many] {$count} كلمة
       *[other] {$count} كلمة
    }
status-findings =
    { PLURAL($count) ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] {$count} ملاحظات
        [many] {$count} ملاحظة
       *[other] {$count} ملاحظة
    }
status-characters =
    { PLURAL($count) ->
        [zero] لا حروف
        [one] حرف واحد
        [two] حرفان
        [few] {$count} حروف
        [many] {$count} حرفا
       *[other] {$count} حرف
    }
status-pages =
    { PLURAL($count) ->
        [zero] لا صفحات
        [one] صفحة واحدة
        [two] صفحتان
        [few] {$count} صفحات
        [many] {$count} صفحة
       *[other] {$count} صفحة
    }
status-attendees =
    { PLURAL($count) ->
        [zero] لا حاضرين
        [one] حاضر واحد
        [two] حاضران
        [few] {$count} حاضرين
        [many] {$count} حاضرا
       *[other] {$count} حاضر
    }
status-recommendations =
    { PLURAL($count) ->
        [zero] لا توصيات
        [one] توصية واحدة
        [two] توصيتان
        [few] {$count} توصيات
        [many] {$count} توصية
       *[other] {$count} توصية
    }
status-unresolved =
    { PLURAL($count) ->
        [zero] كل الحقول مملوءة
        [one] ينتظر حقل واحد القيمة
        [two] ينتظر حقلان القيمة
        [few] تنتظر {$count} حقول القيمة
        [many] ينتظر {$count} حقلا القيمة
       *[other] ينتظر {$count} حقل القيمة
    }
status-ready = جاهزة

## Menus and commands

menu-file = ملف
menu-edit = تحرير
menu-view = عرض
menu-insert = إدراج
menu-format = تنسيق
menu-tools = أدوات
menu-help = مساعدة
cmd-new = وثيقة جديدة
cmd-new-from-template = جديد من نموذج
cmd-open = فتح
cmd-save = حفظ
cmd-save-as = حفظ باسم
cmd-import = استيراد
cmd-export = تصدير
cmd-print = طباعة
cmd-preview = معاينة قبل الطباعة
cmd-undo = تراجع
cmd-redo = إعادة التنفيذ
cmd-cut = قص
cmd-copy = نسخ
cmd-paste = لصق
cmd-paste-clean = لصق مع تنظيف النص
cmd-find = بحث
cmd-replace = استبدال
cmd-select-all = تحديد الكل
cmd-delete = حذف
cmd-add = إضافة
cmd-move-up = نقل إلى الأعلى
cmd-move-down = نقل إلى الأسفل
cmd-promote = رفع المستوى
cmd-demote = خفض المستوى
cmd-cancel = إلغاء
cmd-confirm = تأكيد
cmd-close = إغلاق
cmd-settings = الإعدادات
cmd-check = تدقيق الوثيقة
cmd-spell = تدقيق إملائي
cmd-add-to-dict = إضافة إلى المعجم
cmd-ignore = تجاهل
cmd-archive = أرشفة
cmd-history = سجل التعديلات
cmd-next-meeting = التحضير للاجتماع المقبل
cmd-send-review = إرسال قصد المراجعة
cmd-publish = نشر
cmd-live = جلسة مباشرة
cmd-reopen = إعادة الفتح من القرص
cmd-save-copy = حفظ نسخة
cmd-copy-text = نسخ النص كاملا
cmd-copy-for-channel = نسخ لـ {$channel}
cmd-export-to = تصدير إلى {$format}
cmd-paste-plain = لصق النص بدون تنسيق
cmd-find-next = النتيجة الموالية
cmd-find-previous = النتيجة السابقة
cmd-bold = خط عريض
cmd-italic = خط مائل
cmd-underline = تسطير
cmd-strike = شطب
cmd-colour-accent = نص بلون مميز
cmd-colour-red = نص بالأحمر
cmd-colour-grey = نص بالرمادي
menu-colour = لون النص
colour-accent = مميز
colour-red = أحمر
colour-grey = رمادي
cmd-highlight = تظليل
cmd-insert-block = إدراج فقرة
cmd-insert-field = إدراج حقل
cmd-insert-phrase = إدراج عبارة جاهزة
cmd-change-kind = تغيير نوع الفقرة
cmd-change-audience = تحديد من يقرأ الفقرة
cmd-delete-block = حذف الفقرة
cmd-duplicate-block = تكرار الفقرة
cmd-split = تقسيم الفقرة
cmd-join = ضم إلى الفقرة السابقة
cmd-edit-header = تعديل الترويسة
cmd-edit-attendance = تعديل لائحة الحضور
cmd-zoom-in = تكبير العرض
cmd-zoom-out = تصغير العرض
cmd-zoom-reset = العرض بحجمه الأصلي
cmd-toggle-rail = إظهار الأجزاء أو إخفاؤها
cmd-toggle-panel = إظهار اللوحة أو إخفاؤها
cmd-home = الصفحة الرئيسية
cmd-about = حول محضر
cmd-guide = دليل الاستعمال
cmd-shortcuts = اختصارات لوحة المفاتيح
cmd-quit = إنهاء البرنامج
cmd-back = رجوع
cmd-retry = إعادة المحاولة
cmd-next-tab = الوثيقة الموالية
cmd-previous-tab = الوثيقة السابقة
cmd-fix = تصحيح
cmd-fix-all = تصحيح الكل
cmd-show = إظهار في النص
cmd-type = كتابة
cmd-erase = مسح
cmd-set-field = تعديل الترويسة

## Glossary

doc-communique = بلاغ
doc-press = بلاغ صحفي
doc-statement = بيان
doc-final-communique = بيان ختامي
doc-minutes = محضر اجتماع
doc-report = تقرير
doc-news = تغطية إخبارية
doc-recommendations = توصيات
doc-decision = مقرر
doc-invitation = دعوة
doc-circular = مذكرة تنظيمية
doc-attendance = لائحة الحضور والتوقيع
doc-agenda = جدول الأعمال
doc-letter = رسالة
doc-template = نموذج
field-title = العنوان
field-subtitle = العنوان الفرعي
field-lead = الفقرة الافتتاحية
field-reference = المرجع
field-number = الرقم الترتيبي
field-subject = الموضوع
field-date = التاريخ
field-hijri = الموافق لـ (هجري)
field-time = الساعة
field-place = المكان
field-venue = المقر
field-party = الحزب
field-body = الهيئة
field-region = الجهة
field-province = الإقليم
field-prefecture = العمالة
field-commune = الجماعة
field-session = الدورة
field-session-kind = نوع الدورة
field-chair = رئاسة الاجتماع
field-rapporteur = مقرر(ة) الاجتماع
field-attendees = الحضور
field-absent-excused = المتغيبون بعذر
field-absent = المتغيبون بدون عذر
field-quorum = النصاب القانوني
field-context = السياق
field-recitals = الحيثيات
field-enacting = صيغة الاعتماد
field-intervention = مداخلة
field-speech = كلمة
field-quote = اقتباس
field-axis = محور
field-item = بند
field-subitem = بند فرعي
field-deadline = آخر أجل
field-assignee = المكلف(ة) بالتنفيذ
field-next-meeting = الاجتماع المقبل
field-signature = التوقيع
field-attachments = المرفقات
role-sg = الأمين العام / الأمينة العامة
role-regional-sec = الأمين الجهوي / الأمينة الجهوية
role-provincial-sec = الأمين الإقليمي / الأمينة الإقليمية
role-local-sec = الأمين المحلي / الأمينة المحلية
role-branch-sec = كاتب الفرع / كاتبة الفرع
role-coordinator = منسق(ة) القيادة الجماعية
role-deputy = نائب(ة) الأمين(ة)
role-rapporteur = مقرر(ة) الاجتماع
role-treasurer = أمين(ة) المال
role-member = عضو / عضوة
role-council-president = رئيس(ة) المجلس الوطني
role-pole-head = رئيس(ة) القطب
role-mp = برلماني(ة)
role-commune-president = رئيس(ة) مجلس الجماعة
role-elected = منتخب(ة)
role-activist = مناضل(ة)
role-adherent = منخرط(ة)
org-general-secretariat = الأمانة العامة
org-regional-secretariat = الأمانة الجهوية
org-provincial-secretariat = الأمانة الإقليمية
org-local-secretariat = الأمانة المحلية
org-political-bureau = المكتب السياسي
org-national-council = المجلس الوطني
org-regional-council = المجلس الجهوي
org-central-committee = اللجنة المركزية
org-congress = المؤتمر الوطني
org-collective-leadership = القيادة الجماعية
org-branch = الفرع
org-committee = لجنة
org-parallel = التنظيمات الموازية
org-pole = قطب
org-workshop = ورشة
org-forum = منتدى
session-ordinary = دورة عادية
session-extraordinary = دورة استثنائية
session-monthly = اجتماع شهري
session-periodic = اجتماع دوري
session-enlarged = اجتماع موسع
status-draft = مسودة
status-review = قيد المراجعة
status-approved = مصادق عليه
status-signed = موقَّع عليه
status-published = منشور
status-corrected = صدر بشأنه استدراك
status-archived = محفوظ في الأرشيف
hon-mr = السيد
hon-mrs = السيدة
hon-all = السيدات والسادة
hon-dr = د. / دة.
hon-prof = ذ. / ذة.
hon-comrade = الرفيق / الرفيقة
hon-brother = الأخ / الأخت
hon-king = صاحب الجلالة الملك
hon-crown-prince = صاحب السمو الملكي ولي العهد
field-outgoing = رقم الصادر
field-body-in-charge = الهيئة المكلفة
att-present = حاضر(ة)
att-excused = متغيب(ة) بعذر
att-absent = متغيب(ة) بدون عذر
att-guest = ضيف(ة)
att-proxy = ممثَّل(ة) بتوكيل
inv-invited = دُعي(ت)
inv-confirmed = أكد(ت) الحضور
inv-declined = اعتذر(ت)
rec-not-started = لم يُشرع فيها
rec-in-progress = في طور الإنجاز
rec-done = أُنجزت
rec-overdue = تجاوزت الأجل
rec-postponed = أُرجئت
rec-dropped = تم التخلي عنها
draft-minutes = مشروع محضر
version-approved = الصيغة المعتمدة
aud-minutes-only = المحضر فقط
aud-communique-only = البلاغ فقط
doc-motion = ملتمس
doc-telegram = برقية
doc-right-of-reply = بيان حقيقة
org-regional-writing = الكتابة الجهوية
org-coordination = المنسقية
org-inspectorate = المفتشية
org-regional-bureau = المكتب الجهوي
org-preparatory = اللجنة التحضيرية
org-group = الفريق
role-councillor = مستشار(ة) برلماني(ة)

## Home

home-question = ما الذي تُعدّه؟
home-open = فتح ملف
home-recent = آخر الملفات
home-recent-empty = لا وثائق بعد. اختر نموذجا لتبدأ.
home-recent-missing = لم يعد الملف في مكانه
home-recent-forget = إزالة من اللائحة
home-blank = وثيقة فارغة
home-next-meeting-button = التحضير للاجتماع المقبل
home-templates = النماذج
home-language = لغة الواجهة
template-regional-communique = بلاغ اجتماع جهوي
template-regional-communique-description = خبر عن اجتماع هيئة جهوية: الرئاسة والتاريخ والمكان والحضور ثم المداخلات.
template-council-recommendations = توصيات المجلس
template-council-recommendations-description = حيثيات وصيغة اعتماد، ثم محاور وتوصيات مرقمة في أربعة مستويات.
template-minutes = محضر اجتماع
template-minutes-description = جدول الأعمال والحضور والنقاش والقرارات، للتوقيع والأرشيف.
template-press-communique = بلاغ صحفي
template-press-communique-description = ما تقرر وما يُعلن، في فقرات قصيرة للصحافة.

## Header form

header-title = الترويسة
attendance-title = الحضور
agenda-title = جدول الأعمال
part-header = الترويسة
part-attendance = الحضور
part-agenda = جدول الأعمال
part-text = النص
part-recommendations = التوصيات
part-signatures = التوقيعات
field-organisation = التنظيم أو الحزب
field-level = مستوى الهيئة
field-body-gender = جنس اسم الهيئة
field-session-noun = نوع اللقاء
field-session-nature = طبيعة الاجتماع
field-session-ordinal = الرقم الترتيبي
field-session-theme = اسم الدورة
field-dates = التاريخ
field-start = من الساعة
field-end = إلى الساعة
field-from = من
field-to = إلى
field-members = عدد الأعضاء
field-next-dates = تاريخ الاجتماع المقبل
field-next-venue = مكان الاجتماع المقبل
field-name = الاسم
field-latin = الاسم بالحروف اللاتينية
field-role = الصفة
field-honorific = اللقب الشرفي
field-gender = الجنس
field-phone = الهاتف
field-identity = رقم البطاقة الوطنية
field-group-nominative = المجموعة في صيغة الفاعل
field-group-oblique = المجموعة بعد حرف الجر
field-group-count = العدد
field-language = لغة الوثيقة
field-digits = الأرقام
field-state = حالة النص
field-kind = نوع النص
field-personal = معطى شخصي: لا يُنشر أبدا
gender-female = أنثى
gender-male = ذكر
gender-unknown = غير محدد
level-none = غير محدد
level-national = وطني
level-regional = جهوي
level-provincial = إقليمي
level-local = محلي
session-noun-meeting = اجتماع
session-noun-session = دورة
session-noun-gathering = لقاء
session-noun-congress = مؤتمر
session-noun-assembly = جمع عام
honorific-mr = السيد / السيدة
honorific-dr = د. / دة.
honorific-prof = ذ. / ذة.
honorific-comrade = الرفيق / الرفيقة
honorific-brother = الأخ / الأخت
honorific-none = بدون لقب
digits-latin = 123 (أرقام مغربية)
digits-arabic = ١٢٣ (أرقام مشرقية)
hint-body = الكتابة الجهوية
hint-organisation = اسم التنظيم كما يُكتب في النص
hint-region = اختر الجهة
hint-province = اختر الإقليم أو العمالة
hint-session-nature = تنظيمي، دوري، استثنائي…
hint-session-ordinal = 7
hint-day = 14/11/2026
hint-time = 10:00
hint-venue = المقر الجهوي بفاس
hint-name = الاسم الكامل بدون لقب
hint-role = الأمين الجهوي
hint-outgoing = 014/26
hint-title = عنوان النص كما سيُنشر
hint-search = بحث في الملف
hint-paragraph = اكتب هنا…
hint-relative = تاريخ غير كامل: يُحسب بعد تحديد تاريخ الاجتماع
hint-weekday = يوافق يوم {$weekday}
field-unreadable-date = لم يُفهم التاريخ، وسيُحفظ كما كُتب
field-unreadable-time = اكتب الساعة هكذا: 10:00
field-unreadable-number = اكتب رقما من 1 إلى 99
fold-header-empty = أدخل الهيئة والتاريخ والمكان…
fold-attendance-empty = أضف الحاضرين والمجموعات…
fold-agenda-empty = أضف نقط جدول الأعمال…
fold-open = فتح للتعديل
fold-close = طي
person-add = إضافة شخص
person-remove = حذف من اللائحة
chair-add = إضافة رئاسة مشتركة
group-add = إضافة مجموعة
agenda-add = إضافة نقطة
output-minutes = محضر
output-communique = بلاغ
output-press = بلاغ صحفي
output-news = خبر
output-recommendations = توصيات
output-statement = بيان
output-invitation = دعوة
output-sheet = لائحة الحضور والتوقيع
output-short = نص قصير
state-draft = مسودة
state-review = قيد المراجعة
state-approved = مصادق عليه
state-signed = موقَّع عليه
state-published = منشور
state-corrected = صدر بشأنه استدراك
state-archived = محفوظ في الأرشيف

## Kinds of paragraphs and who reads them

kind-paragraph = فقرة
kind-lead = فقرة افتتاحية
kind-context = سياق
kind-recital = حيثية
kind-enacting = صيغة الاعتماد
kind-closing = ختام
kind-heading = عنوان
kind-heading-level = عنوان من المستوى {$level}
kind-axis = محور
kind-section = قسم
kind-item = بند
kind-subitem = بند فرعي
kind-recommendation = توصية
kind-agenda = نقطة من جدول الأعمال
kind-intervention = مداخلة
kind-quote = اقتباس
kind-decision = قرار
kind-note = ملاحظة الجلسة
kind-signatures = التوقيعات
kind-annex = ملحق
audience-both = المحضر والبلاغ
audience-minutes = المحضر فقط
audience-communique = البلاغ فقط
speaker-unnamed = متدخل(ة) غير محدد(ة)
label-none = بدون ترقيم
label-axis = المحور الأول
label-adverb = أولا، ثانيا
label-number-dash = 1-
label-number-dot = 1.
label-abjad-dash = أ- ب-
label-en-dash = –
label-hyphen = -
label-bullet = •

## Fields in the text

atom-chair = [الرئاسة]
atom-rapporteur = [مقرر(ة) الاجتماع]
atom-person = [الشخص]
atom-dates = [التاريخ]
atom-start = [ساعة البداية]
atom-end = [ساعة النهاية]
atom-venue = [المكان]
atom-body = [الهيئة]
atom-organisation = [التنظيم]
atom-region = [الجهة]
atom-province = [الإقليم]
atom-session = [الاجتماع]
atom-verb = [الفعل]
atom-attendance = [الحضور]
atom-count = [العدد]
atom-next-dates = [تاريخ الاجتماع المقبل]
atom-next-venue = [مكان الاجتماع المقبل]
atom-number = [رقم الصادر]
atom-reference = [المرجع]
atom-role = [الصفة]
atom-tooltip = من الترويسة
atom-tooltip-date = من الترويسة · يُحسب اليوم من التاريخ
atom-tooltip-verb = يتبع الفعل جنس الفاعل
atom-tooltip-unresolved = ينتظر هذا الحقل قيمته من الترويسة
atom-tooltip-open = حدِّد الجنس ليُكتب على وجه واحد

## Questions and dialogs

dialog-unsaved-title = تعديلات غير محفوظة
dialog-unsaved-body = في «{$name}» تعديلات لم تُحفظ. هل تريد حفظها قبل الإغلاق؟
dialog-unsaved-save = حفظ
dialog-unsaved-discard = إغلاق بدون حفظ
dialog-cancel = إلغاء
dialog-ok = موافق
dialog-yes = نعم
dialog-no = لا
dialog-open-title = فتح ملف
dialog-save-title = حفظ باسم
dialog-export-title = تصدير
dialog-path = مسار الملف
dialog-folder = المجلد
dialog-file-name = اسم الملف
dialog-open-button = فتح
dialog-save-button = حفظ
dialog-exists = يوجد ملف بهذا الاسم، وسيُستبدل بهذه الوثيقة.
dialog-replace-button = استبدال الملف
dialog-no-file = لا يوجد ملف في هذا المسار.
dialog-no-folder = المجلد غير موجود.
dialog-is-folder = هذا مجلد. أضف اسم الملف.
dialog-is-record = هذا ملف وثيقة، ولا يُكتب نص مكانها. اختر اسما آخر نهايته غير mahdar.
dialog-another-record = هذا ملف وثيقة، ولا تُكتب النسخة مكانها. اختر اسما آخر.
dialog-no-portal = نافذة اختيار الملفات غير متوفرة في هذا النظام. اكتب المسار هنا.
dialog-filter-records = ملفات محضر
dialog-filter-all = كل الملفات
dialog-changed-outside-title = تغيّر الملف على القرص
dialog-changed-outside-body = عدّل برنامج آخر «{$name}» بعد فتحه. أتستبدله بما عندك أم تحفظ نسخة بجانبه؟
dialog-changed-outside-replace = استبدال الملف
dialog-changed-outside-copy = حفظ نسخة
about-title = حول محضر
about-description = محرر المحاضر والبلاغات والتوصيات بالعربية.
about-version = الإصدار {$version}
about-fonts = الخطوط وتراخيصها
about-privacy = تبقى وثائقك على هذا الجهاز.
settings-language = لغة الواجهة
settings-theme = المظهر
settings-keyboard = لوحة المفاتيح
theme-light = فاتح
theme-dark = داكن
theme-system = حسب النظام
keyboard-arabic = العربية
keyboard-latin = اللاتينية

## Errors: what happened, what was kept, what to do

error-not-found = لم يُعثر على الملف «{$path}». لم يتغير شيء. تحقق من الاسم أو اختر ملفا آخر.
error-is-folder = «{$path}» مجلد وليس ملفا. لم يتغير شيء. اختر ملفا داخله.
error-no-permission = لا تملك صلاحية الوصول إلى «{$path}». ما زالت وثيقتك مفتوحة كما هي. احفظها في مجلد آخر أو غيّر الصلاحيات.
error-disk-full = القرص ممتلئ، ولم يُكتب «{$path}». الملف القديم سليم وما زالت وثيقتك مفتوحة. أفرغ بعض المساحة ثم أعد الحفظ.
error-save = تعذر حفظ «{$path}»: {$detail}. الملف القديم سليم وما زالت وثيقتك مفتوحة. أعد المحاولة أو احفظ في مكان آخر.
error-not-ron = تعذرت قراءة «{$path}» عند السطر {$line}، العمود {$column}. بقي الملف كما هو. افتح نسخة احتياطية أو صحح السطر في محرر نصوص.
error-no-first-line = «{$path}» ليس ملفا من ملفات محضر: سطره الأول ليس «// mahdar 1». بقي الملف كما هو. اختر ملفا آخر، أو ألصق نصه في وثيقة جديدة.
error-newer = كُتب «{$path}» بصيغة أحدث ({$version}) من التي يعرفها هذا البرنامج ({$known}). بقي الملف كما هو. حيِّن البرنامج لفتحه.
error-wrong-version = رقم الصيغة في «{$path}» غير معروف: «{$version}». بقي الملف كما هو. صحح سطره الأول أو افتح نسخة احتياطية.
error-truncated = الملف «{$path}» ناقص: ينقطع عند السطر {$line}. بقي كما هو. افتح نسخة احتياطية أو استرجع ما سلم منه.
error-utf8 = في «{$path}» حروف غير صالحة عند السطر {$line} (ليست UTF-8). بقي الملف كما هو. حوّله إلى UTF-8 ثم أعد فتحه.
error-too-large = الملف «{$path}» أكبر من الحد المسموح به ({$limit} ميغابايت). لم يُفتح ولم يتغير. قسّمه إلى وثائق أصغر.
error-too-deep = تجاوز تداخل العناصر في «{$path}» الحد المسموح به عند السطر {$line}. بقي الملف كما هو. افتح نسخة احتياطية.
error-unknown-field = في «{$path}» حقل غير معروف «{$field}» عند السطر {$line}. بقي الملف كما هو. احذف الحقل أو حيِّن البرنامج.
error-damaged-record = محتوى «{$path}» غير متماسك: {$detail}. بقي الملف كما هو. افتح نسخة احتياطية.
error-exists = يوجد ملف باسم «{$path}». لم يُكتب فوقه. اختر اسما آخر.
error-changed-outside = تغيّر «{$path}» على القرص بعد فتحه، فلم يُكتب فوقه. ما زالت وثيقتك مفتوحة. احفظ نسخة منها أو استبدل الملف.
error-locked = الملف «{$path}» مفتوح في نافذة أخرى من محضر. فُتح هنا للقراءة فقط. أغلقه هناك لتعدّله هنا.
error-read-only = الملف «{$path}» للقراءة فقط. ما زالت وثيقتك مفتوحة. احفظها باسم آخر.
error-not-a-template = النموذج «{$name}» غير صالح: {$detail}. لم يُنشأ شيء. اختر نموذجا آخر.
error-clipboard = تعذر الوصول إلى الحافظة. النص كما هو. أعد المحاولة.
error-sealed = هذا النص مصادق عليه أو منشور ولا يُعدَّل. بقي كما هو. أصدر استدراكا للتصحيح.
error-other = حدث خطأ غير متوقع: {$detail}. ما زالت وثيقتك مفتوحة. احفظ نسخة منها ثم أعد المحاولة.

## Command line

cli-usage-title = الاستعمال:
cli-about = محضر {$version}: محاضر وبلاغات وتوصيات بالعربية.
cli-usage-window = mahdar [ملف…] [--demo]: يفتح النافذة، مع الملفات إن ذُكرت
cli-usage-templates = mahdar templates [--json]: يعرض النماذج المتوفرة
cli-usage-new = mahdar new --template ID -o FILE [--body NAME|FILE] [--force] [--set PATH=VALUE …]: ينشئ وثيقة من نموذج
cli-usage-set = mahdar set FILE PATH=VALUE …: يعدّل حقول الترويسة في مكانها
cli-usage-info = mahdar info FILE [--json]: يعرض ما في الوثيقة
cli-usage-export = mahdar export FILE --to FORMAT -o OUT [--output KIND] [--audience public/internal] [--reading final/original/markup] [--digits latin/arabic] [--bullets LABEL] [--eol lf/crlf] [--font amiri/naskh]: يصدّر إلى صيغة أخرى
cli-usage-check = mahdar check FILE [--json]: يدقق الوثيقة
cli-usage-import = mahdar import IN -o FILE [--force] [--json]: ينشئ وثيقة من نص أو Markdown أو DOCX أو HTML
cli-usage-compare = mahdar compare A B [--json]: يقارن وثيقتين
cli-usage-help = mahdar --help: يعرض هذه المساعدة
cli-usage-version = mahdar --version: يعرض رقم الإصدار
cli-usage-stdio = ترمز العلامة «-» إلى المدخل أو المخرج المعياري.
cli-exit-codes = رموز الخروج: 0 تم، 1 ملاحظات أو اختلافات، 2 تعذر استعمال المدخل، 3 تعذرت كتابة المخرج.
cli-unknown-command = أمر غير معروف: «{$name}». الأوامر: {$known}.
cli-unknown-option = خيار غير معروف: «{$name}». اكتب «mahdar --help» لعرض الخيارات.
cli-unknown-path = حقل غير معروف: «{$path}». الأقرب إليه: {$nearest}.
cli-unknown-template = نموذج غير معروف: «{$name}». النماذج: {$known}.
cli-unknown-body = هيئة غير معروفة: «{$name}». الهيئات المحفوظة: {$known}. اكتب اسم إحداها أو مسار ملف هيئة (.mahdar-body).
cli-unknown-format = صيغة غير معروفة: «{$name}». الصيغ: {$known}.
cli-unknown-output = نص غير موجود في الوثيقة: «{$name}». الموجود: {$known}.
cli-bad-value = لا تصلح القيمة «{$value}» للحقل «{$path}»: {$detail}.
cli-bad-assignment = ينتظر البرنامج «حقل=قيمة» وليس «{$text}».
cli-missing-value = ينتظر الخيار «{$name}» قيمة.
cli-missing-argument = ينقص: {$name}.
cli-extra-argument = لا مكان لـ «{$text}» هنا.
cli-exists = الملف «{$path}» موجود ولم يُكتب فوقه. أضف --force لاستبداله.
cli-no-display = لا توجد شاشة لفتح النافذة. يمكنك العمل من سطر الأوامر: mahdar --help.
cli-no-window-build = بُني هذا البرنامج بدون نافذة. يمكنك العمل من سطر الأوامر: mahdar --help.
cli-wrote = كُتب «{$path}».
cli-warning = تنبيه: {$text}
cli-error = خطأ: {$text}
cli-no-value = الحقل «{$path}» فارغ.
cli-identical = الوثيقتان متطابقتان.
cli-findings =
    { PLURAL($count) ->
        [zero] {$path}: لا ملاحظات.
        [one] {$path}: ملاحظة واحدة.
        [two] {$path}: ملاحظتان.
        [few] {$path}: {$count} ملاحظات.
        [many] {$path}: {$count} ملاحظة.
       *[other] {$path}: {$count} ملاحظة.
    }

## Findings

finding-weekday = لا يوافق {$date} يوم {$said}: الصواب يوم {$true}
finding-weekday-fix = كتابة «{$true}»
finding-missing-title = لا عنوان لهذا النص
finding-missing-date = تاريخ الاجتماع غير مُدخل
finding-missing-chair = رئاسة الاجتماع غير مُدخلة
finding-missing-body = الهيئة غير مُدخلة
finding-missing-venue = مكان الاجتماع غير مُدخل
finding-missing-number = صودق على هذا النص بدون رقم الصادر
finding-missing-attendance = لائحة الحضور فارغة
finding-missing-signatures = لا توقيعات في هذا المحضر
finding-missing-text = لا نص بعد الترويسة
finding-gender-unknown = جنس «{$name}» غير محدد، فبقيت الصيغة مفتوحة
finding-gender-body = جنس اسم الهيئة غير محدد، فبقي الفعل مفتوحا
finding-gender-fix-female = كتابتها بصيغة المؤنث
finding-gender-fix-male = كتابته بصيغة المذكر
finding-unresolved = الحقل {$field} بدون قيمة
finding-spared = الحقل {$field} بدون قيمة، وتُطبع الجملة بدونه
finding-unresolved-fix = ملء الترويسة
finding-unresolved-date = لم يُحسب التاريخ «{$words}»: تاريخ الاجتماع غير مُدخل
finding-unwritten = حرف لا يملكه أي خط: {$codes}
finding-unwritten-replace = كتابة «{$plain}» مكانه
finding-unwritten-remove = حذف {$codes}
finding-empty-block = فقرة فارغة
finding-empty-quote = اقتباس بدون ذكر صاحبه
finding-numbering = انقطع تسلسل الترقيم عند «{$label}»
finding-double-space = مسافتان متتاليتان
finding-space-before = مسافة زائدة قبل «{$mark}»
finding-space-after = تنقص مسافة بعد «{$mark}»
finding-detached-waw = الواو منفصلة عن الكلمة بعدها
finding-repeated-mark = علامة ترقيم مكررة «{$mark}»
finding-web-residue = بقايا صفحة ويب: «{$text}»
finding-fix = تصحيح
finding-ignore = تجاهل
finding-none = لا ملاحظات على هذه الوثيقة
severity-error = خطأ
severity-warning = تنبيه
severity-style = أسلوب

## Toasts

toast-saved = حُفظت الوثيقة في «{$name}»
toast-copied = نُسخ النص
toast-exported = صُدِّرت الوثيقة إلى «{$name}»
toast-undone = تم التراجع عن: {$name}
toast-redone = أُعيد: {$name}
change-typing = الكتابة
change-deleting = الحذف
change-field = ملء حقل
change-person = معطيات شخص
change-facts = معطيات فقرة
change-words = كتابة فقرة
change-other = آخر تعديل
said-finding = ملاحظة جديدة: {$what}
region-bar = الشريط العلوي
region-tabs = الوثائق المفتوحة
region-bars = التنبيهات
region-rail = أجزاء الوثيقة
region-main = مساحة العمل
region-panel = اللوحة الجانبية
region-status = شريط الحالة
toast-recovered = استُرجعت الوثيقة. احفظها لتبقى.
toast-reloaded = أُعيد تحميل الملف من القرص
toast-nothing-found = لا نتائج
toast-replaced =
    { PLURAL($count) ->
        [zero] لم يُستبدل شيء
        [one] استُبدل موضع واحد
        [two] استُبدل موضعان
        [few] استُبدلت {$count} مواضع
        [many] استُبدل {$count} موضعا
       *[other] استُبدل {$count} موضع
    }
find-matches =
    { PLURAL($count) ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] {$count} نتائج
        [many] {$count} نتيجة
       *[other] {$count} نتيجة
    }
find-position = {$index} من {$count}

## Days and months

weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = ماي
month-6 = يونيو
month-7 = يوليوز
month-8 = غشت
month-9 = شتنبر
month-10 = أكتوبر
month-11 = نونبر
month-12 = دجنبر

## The command line and the disk

cli-bad-choice = لا تصلح القيمة «{$value}» للخيار {$name}. القيم الممكنة: {$known}.
cli-later = لا يعرف هذا الإصدار «{$name}» بعد. انظر «mahdar --help» لمعرفة ما يتيحه.
cli-same-file = الملف «{$path}» هو ملف الاجتماع نفسه ولم يُستبدل. اختر اسما آخر للتصدير.
export-over-record = «{$path}» ملف وثيقة، ولا يُكتب نص مكان وثيقة. لم يُكتب أي شيء. اختر للتصدير اسما آخر نهايته غير mahdar.
export-another-record = «{$path}» ملف وثيقة، ولا تُكتب النسخة مكانه. لم يُكتب أي شيء. اختر لها اسما آخر.
cli-name-cleaned = حُذفت من اسم الملف علامات لا تُرى، فصار «{$path}».
cli-name-cleaned-taken = في اسم الملف علامات لا تُرى، وهو دونها «{$path}» المستعمل من قبل. لم يُكتب أي شيء. اختر اسما آخر.
cli-public-final = تُقبل كل الاقتراحات دائما في الملف العمومي للاجتماع. احذف الخيار --reading.
cli-public-markup = لا تظهر الاقتراحات والتعليقات في نص للعموم، فصُدِّر كأن كل الاقتراحات مقبولة. أضف الخيار --audience internal لإظهارها.
cli-nothing-to-write = لا شيء للتصدير في «{$path}»: النص بلا عنوان ولا فقرات.
# What stops a text from being printed.
export-letter = تعذر إعداد الصفحات: الحرف «{$letter}» غير موجود في أي من الخطوط. لم يُكتب أي ملف ولم يتغير الملف الأصلي. غيّر الحرف أو اختر صيغة أخرى.
export-picture = تعذرت قراءة الصورة «{$name}». لم يُكتب أي ملف ولم يتغير الملف الأصلي. احفظها بصيغة PNG أو JPEG بألوان الشاشة ثم أعد المحاولة.
cli-not-written = تعذرت كتابة «{$path}»: {$detail}. بقي ما كُتب قبل ذلك. أعد تنفيذ الأمر أو اكتب الناتج في ملف.
cli-left-out =
    { PLURAL($count) ->
        [zero] لم تُترك أي فقرة
        [one] تُركت فقرة واحدة لأنها غير موجهة للعموم
        [two] تُركت فقرتان لأنهما غير موجهتين للعموم
        [few] تُركت {$count} فقرات لأنها غير موجهة للعموم
        [many] تُركت {$count} فقرة لأنها غير موجهة للعموم
       *[other] تُركت {$count} فقرة لأنها غير موجهة للعموم
    }
cli-open-field = تبقى صيغة «{$field}» مفتوحة: لم يُحدد الجنس
cli-window-failed = تعذر فتح النافذة ({$detail}). كل شيء متاح من سطر الأوامر: mahdar --help.
cli-error-no-permission = لا يُسمح لك بالوصول إلى «{$path}». لم يتغير شيء. غيّر الصلاحيات أو اختر مكانا آخر.
cli-error-disk-full = امتلأ القرص ولم يُكتب «{$path}». إن كان الملف موجودا فهو سليم. أفرغ بعض المساحة وأعد المحاولة.
cli-error-save = تعذرت كتابة «{$path}»: {$detail}. إن كان الملف موجودا فهو سليم.
cli-error-changed-outside = تغيّر «{$path}» على القرص في هذه الأثناء ولم يُستبدل. أعد تنفيذ الأمر.
cli-error-not-ron = تتعذر قراءة «{$path}» عند السطر {$line} والعمود {$column}: {$detail}. بقي الملف كما هو.
cli-error-is-folder = «{$path}» مجلد وليس ملفا. لم يتغير شيء.
error-not-a-file = «{$path}» أنبوب أو جهاز وليس ملفا. لم يتغير شيء. اختر ملفا.
error-no-folder = المجلد الذي يُحفظ فيه «{$path}» غير موجود. لم يُكتب شيء. أنشئ المجلد أو اختر مجلدا آخر.
error-empty = الملف «{$path}» فارغ. بقي كما هو. افتح نسخة احتياطية أو ابدأ وثيقة جديدة.
error-read = تعذرت قراءة «{$path}»: {$detail}. بقي كما هو. أعد المحاولة.
warning-other-names =
    { PLURAL($count) ->
        [zero] لم يكن للملف «{$path}» اسم آخر
        [one] كان للملف «{$path}» اسم آخر (رابط صلب) ما زال يحمل النص القديم
        [two] كان للملف «{$path}» اسمان آخران (رابطان صلبان) ما زالا يحملان النص القديم
        [few] كانت للملف «{$path}» {$count} أسماء أخرى (روابط صلبة) ما زالت تحمل النص القديم
        [many] كان للملف «{$path}» {$count} اسما آخر (رابطا صلبا) ما زالت تحمل النص القديم
       *[other] كان للملف «{$path}» {$count} اسم آخر (رابط صلب) ما زالت تحمل النص القديم
    }
warning-owner = صار الملف «{$path}» ملكا لك: تعذر الاحتفاظ بمالكه
warning-attributes = تعذر الاحتفاظ ببعض السمات الموسعة للملف «{$path}»
warning-was-gone = حُذف الملف «{$path}» في هذه الأثناء فكُتب من جديد
finding-no-recommendation = لا توصيات في هذا النص

# The header form
hint-reference = رسالة رقم 12

## Ground: settings, recent records, roster
notice-set-aside = لم يُفهم محتوى «{$path}» كله، فحُفظ الملف القديم كما هو باسم «{$aside}». لم يضع منه شيء. صحِّحه وأعد تسميته إن أردت استرجاعه.
notice-newer = كُتب «{$path}» بإصدار أحدث من البرنامج، فاستُعمل منه ما فُهم. ستُحفظ نسخة منه قبل أول تغيير. حيِّن البرنامج لاستعماله كاملا.
notice-unreadable = تعذرت قراءة «{$path}»: {$detail}. بقي الملف كما هو، وبدأ البرنامج بدونه. تحقق من الملف ومن صلاحياته.
finding-unknown-region = الجهة «{$name}» ليست من الجهات الاثنتي عشرة. بقيت كما كُتبت.
finding-unknown-province = لا يوجد «{$name}» في لائحة العمالات والأقاليم. بقي كما كُتب.


## Templates and samples

template-meeting-minutes = محضر اجتماع
template-meeting-minutes-description = محضر كامل للأرشيف والتوقيع، يُستخرج منه البلاغ والدعوة ولائحة الحضور.
template-news-item = خبر
template-news-item-description = تغطية إخبارية لاجتماع أو لقاء: من تكلم وبم صرح.
template-invitation = دعوة مع جدول الأعمال
template-invitation-description = التاريخ والساعة والمكان وجدول الأعمال، مع لائحة للحضور والتوقيع.
template-own = نماذجي
template-name = اسم النموذج
template-ask-name = ما اسم النموذج؟
template-about-saving = يبقى من الوثيقة هيكلها وصيغها وحقولها وهيئتها وأشخاصها، وتُحذف التواريخ والأرقام والحضور وما قيل وما تقرر.
toast-template-saved = حُفظ النموذج «{$name}»
error-template-exists = يوجد نموذج باسم «{$name}» من قبل. بقي كما هو. اختر اسما آخر.
template-unusable = بعض النماذج غير صالح وبقي في مكانه: {$detail}


## Pages and preview
preview-page = الصفحة {$page} من {$pages}


## Folds: header, date, agenda
body-gender-female = مؤنث: عقدت اجتماعها
body-gender-male = مذكر: عقد اجتماعه
body-gender-unknown = حسب صيغة الاسم
region-none = بدون جهة
province-all = كل أقاليم الجهة
choice-strange = خارج اللائحة
document-language-ar = العربية
document-language-fr = الفرنسية
document-language-en = الإنجليزية
hint-theme = دورة الماء والغابة
field-rapporteur-role = صفة المقرر(ة)
field-rapporteur-gender = جنس المقرر(ة)
hint-rapporteur-role = مقرر الجهة
needed-for-approval = لازم للمصادقة
output-add = إضافة نص آخر
field-letterhead = سطور رأس الورقة
hint-letterhead =
    اتحاد الجمعيات البيئية
    الكتابة الجهوية
field-address = عنوان المقر
hint-address = 12 زنقة الأرز، فاس
field-contact = للتواصل
hint-contact = الهاتف أو البريد الإلكتروني
field-logo = ملف الشعار، بجانب الوثيقة
hint-logo = logo.png
calendar-open = فتح التقويم

agenda-item = النقطة {$number}
agenda-remove = حذف النقطة {$number}
fold-present = {$present} من {$members}
fold-items =
    { PLURAL($count) ->
        [zero] لا نقط
        [one] نقطة واحدة
        [two] نقطتان
        [few] {$count} نقط
        [many] {$count} نقطة
       *[other] {$count} نقطة
    }
fold-people =
    { PLURAL($count) ->
        [zero] لا أشخاص
        [one] شخص واحد
        [two] شخصان
        [few] {$count} أشخاص
        [many] {$count} شخصا
       *[other] {$count} شخص
    }
agenda-up = نقل النقطة {$number} إلى الأعلى
agenda-down = نقل النقطة {$number} إلى الأسفل
agenda-nobody = بدون مقدم
agenda-heads = جعل النقط عناوين في النص
agenda-heads-none = اكتب نقطة واحدة على الأقل
hint-agenda = المصادقة على محضر الاجتماع السابق


## Attendance and people

presence-present =
    { $gender ->
        [female] حاضرة
        [male] حاضر
       *[other] حاضر(ة)
    }
presence-excused =
    { $gender ->
        [female] متغيبة بعذر
        [male] متغيب بعذر
       *[other] متغيب(ة) بعذر
    }
presence-absent =
    { $gender ->
        [female] متغيبة بدون عذر
        [male] متغيب بدون عذر
       *[other] متغيب(ة) بدون عذر
    }
presence-guest =
    { $gender ->
        [female] ضيفة
        [male] ضيف
       *[other] ضيف(ة)
    }
presence-proxy =
    { $gender ->
        [female] ممثَّلة بتوكيل
        [male] ممثَّل بتوكيل
       *[other] ممثَّل(ة) بتوكيل
    }
presence-unknown =
    { $gender ->
       *[other] لم يُحدد
    }
presence-key-present = ح
presence-key-excused = ع
presence-key-absent = غ
presence-key-guest = ض
presence-key-proxy = و
presence-key-unknown = ؟
duty-chair =
    { $gender ->
        [female] رئيسة الاجتماع
        [male] رئيس الاجتماع
       *[other] رئيس(ة) الاجتماع
    }
duty-rapporteur =
    { $gender ->
        [female] مقررة الاجتماع
        [male] مقرر الاجتماع
       *[other] مقرر(ة) الاجتماع
    }
list-comma = {"، "}
count-of = { $count } من { $all }
quorum-reached = النصاب القانوني مكتمل
quorum-missing = النصاب القانوني غير مكتمل
quorum-needed = { $count } هو الحد الأدنى لصحة المداولات
quorum-none = لم يُحسب النصاب بعد
quorum-none-about = حدد قاعدة النصاب وحضور الأعضاء
people-present =
    { PLURAL($count) ->
        [zero] لا أحد حاضر
        [one] حاضر واحد
        [two] حاضران
        [few] { $count } حاضرين
        [many] { $count } حاضرا
       *[other] { $count } حاضر
    }
people-absent =
    { PLURAL($count) ->
        [zero] لا متغيب
        [one] متغيب واحد
        [two] متغيبان
        [few] { $count } متغيبين
        [many] { $count } متغيبا
       *[other] { $count } متغيب
    }
people-list = لائحة الحضور
people-empty = لا أحد في لائحة الحضور بعد
people-add = إضافة الحضور
person-unnamed = بدون اسم
group-unnamed = بدون أسماء
presence-with-key = { $word } ({ $key })
presence-key-says = { $key } { $word }
presence-short-present = حاضر
presence-short-excused = بعذر
presence-short-absent = متغيب
presence-short-guest = ضيف
presence-short-proxy = بتوكيل
answer-none = لم يُدع بعد
answer-invited = دُعي(ت)
answer-confirmed = أكد(ت) الحضور
answer-declined = اعتذر(ت)
attendance-no-sentence = تظهر هنا جملة الحضور كما ستُطبع
attendee-name = اسم الشخص { $number }
attendee-role = صفة الشخص { $number }
attendee-presence = حضور الشخص { $number }: { $presence }
attendee-more = المزيد عن الشخص { $number }
attendee-remove = حذف الشخص { $number } من اللائحة
person-add-new = إضافة «{ $name }» إلى لائحة الأشخاص
hint-person-add = اكتب اسما لإضافته
person-make-chair = إسناد رئاسة الاجتماع
person-make-rapporteur = إسناد مهمة مقرر(ة) الاجتماع
person-keep = حفظ في دفتر الأشخاص
people-keep = حفظ الجميع في دفتر الأشخاص
people-kept =
    { PLURAL($count) ->
        [zero] دفتر الأشخاص محين ولا جديد فيه
        [one] أُضيف شخص واحد إلى دفتر الأشخاص
        [two] أُضيف شخصان إلى دفتر الأشخاص
        [few] أُضيف { $count } أشخاص إلى دفتر الأشخاص
        [many] أُضيف { $count } شخصا إلى دفتر الأشخاص
       *[other] أُضيف { $count } شخص إلى دفتر الأشخاص
    }
field-answer = الجواب على الدعوة
field-arrived = وقت الوصول
field-left = وقت المغادرة
field-reason = سبب الغياب
hint-reason = مهمة خارج الإقليم
field-proxy = من ينوب عنه(ا)
field-at-least = العدد
group-nominative = المجموعة (بالرفع)
group-oblique = بعد «بحضور» (بالجر)
group-count = العدد
group-nominative-of = المجموعة { $number }
group-oblique-of = صيغة المجموعة { $number } بعد حرف الجر
group-count-of = عدد المجموعة { $number }
group-remove = حذف المجموعة { $number }
hint-oblique = كيف تُكتب بعد حرف الجر؟
hint-group = رؤساء المجالس
hint-group-add = أضف مجموعة: عضوات وأعضاء الكتابة الجهوية
rule-none = بدون قاعدة
rule-majority = أكثر من النصف
rule-half = النصف على الأقل
rule-two-thirds = الثلثان على الأقل
rule-three-quarters = ثلاثة أرباع على الأقل
rule-at-least = عدد محدد
count-present =
    { PLURAL($count) ->
        [zero] لا حاضر
        [one] حاضر واحد
        [two] حاضران
        [few] { $count } حاضرين
        [many] { $count } حاضرا
       *[other] { $count } حاضر
    }
count-excused =
    { PLURAL($count) ->
        [zero] لا متغيب بعذر
        [one] متغيب واحد بعذر
        [two] متغيبان بعذر
        [few] { $count } متغيبين بعذر
        [many] { $count } متغيبا بعذر
       *[other] { $count } متغيب بعذر
    }
count-absent =
    { PLURAL($count) ->
        [zero] لا متغيب بدون عذر
        [one] متغيب واحد بدون عذر
        [two] متغيبان بدون عذر
        [few] { $count } متغيبين بدون عذر
        [many] { $count } متغيبا بدون عذر
       *[other] { $count } متغيب بدون عذر
    }
count-guest =
    { PLURAL($count) ->
        [zero] لا ضيف
        [one] ضيف واحد
        [two] ضيفان
        [few] { $count } ضيوف
        [many] { $count } ضيفا
       *[other] { $count } ضيف
    }
count-proxy =
    { PLURAL($count) ->
        [zero] لا ممثَّل بتوكيل
        [one] ممثَّل واحد بتوكيل
        [two] ممثَّلان بتوكيل
        [few] { $count } ممثَّلين بتوكيل
        [many] { $count } ممثَّلا بتوكيل
       *[other] { $count } ممثَّل بتوكيل
    }
count-unknown =
    { PLURAL($count) ->
        [zero] حُدد حضور الجميع
        [one] شخص واحد لم يُحدد حضوره
        [two] شخصان لم يُحدد حضورهما
        [few] { $count } أشخاص لم يُحدد حضورهم
        [many] { $count } شخصا لم يُحدد حضورهم
       *[other] { $count } شخص لم يُحدد حضورهم
    }


## Blocks: decisions, recommendations, signatures, annexes

detail-form = معطيات الفقرة
detail-comma = ،
detail-to = إلى: {$name}
detail-by = التنفيذ: {$name}
detail-due = الأجل: قبل {$date}
detail-unanimous = بالإجماع
detail-vote = بأغلبية {$yes} مقابل {$no}
detail-vote-abstained = بأغلبية {$yes} مقابل {$no} وامتناع {$abstained}
detail-vote-agreed-abstained = بموافقة {$yes} وامتناع {$abstained} دون اعتراض
detail-vote-agreed = بموافقة {$yes} دون اعتراض
detail-vote-lost = التصويت: {$yes} مع، {$no} ضد، {$abstained} امتناع
detail-appointment = تعيين: {$name}
detail-committee = إحداث: {$name}
detail-day = الموعد: {$date}
detail-plan = البرنامج: {$name}
detail-speaker = المتدخل(ة): {$name}
detail-presenter = تقديم: {$name}
detail-agenda-open = لم تُناقش
detail-agenda-done = نوقشت
detail-agenda-carried = أُجلت
detail-add-recommendation = أضف المسؤول والأجل
detail-add-decision = أضف موضوع القرار والتصويت
detail-add-speaker = أضف المتدخل(ة)
detail-add-presenter = أضف من يقدم النقطة
detail-add-signatures = أضف الموقعين
detail-add-annex = أضف الملف المرفق
detail-missing-file = الملف «{$name}» غير موجود بجانب الوثيقة
detail-file = اسم الملف
detail-hint-file = صورة.jpg، بجانب الوثيقة
detail-matter = موضوع القرار
detail-matter-general = عام
detail-matter-appointment = تعيين
detail-matter-committee = لجنة
detail-matter-date = موعد
detail-matter-plan = برنامج
detail-person = الشخص المعيَّن
detail-post = المهمة
detail-hint-post = منسقة لجنة الماء
detail-committee-name = اسم اللجنة
detail-hint-committee = لجنة تتبع وضعية المقالع
detail-member = إضافة عضو(ة)
detail-members = أعضاء اللجنة
detail-day-name = الموعد
detail-plan-name = اسم البرنامج
detail-hint-plan = برنامج عمل سنة 2027
detail-addressee = موجهة إلى
detail-hint-addressee = المجالس الجماعية بالجهة
detail-hint-responsible = لجنة الماء والغابة
detail-hint-due = 31/3/2027
detail-state = حالة التنفيذ
detail-agenda-state = حالة النقطة
detail-vote-name = التصويت
detail-vote-none = بدون تصويت
detail-vote-counted = بالعد
detail-yes = مع
detail-no = ضد
detail-abstained = امتناع
detail-vote-over = يفوق مجموع الأصوات ({$sum}) عدد الحاضرين ({$present})
detail-vote-under = يقل مجموع الأصوات ({$sum}) عن عدد الحاضرين ({$present})
detail-who = من يتكلم
detail-who-person = شخص
detail-who-collective = مجموعة
detail-hint-collective = الحاضرون
detail-speaker-name = اسم المتدخل(ة)
detail-presenter-name = من يقدم النقطة
detail-signatory = إضافة موقع(ة)
detail-signatories = الموقعون


## Widgets

calendar-title = {$month} {$year}
calendar-day = {$weekday} {$day} {$month} {$year}
calendar-previous = الشهر السابق
calendar-next = الشهر الموالي
calendar-today = اليوم
calendar-another = إضافة يوم ثان
weekday-letter-monday = ن
weekday-letter-tuesday = ث
weekday-letter-wednesday = ر
weekday-letter-thursday = خ
weekday-letter-friday = ج
weekday-letter-saturday = س
weekday-letter-sunday = ح

## Home, checks panel, settings screen

home-about-minutes = يُعرض للمصادقة في الاجتماع المقبل
home-about-communique = للموقع والصحافة وواتساب
home-about-press = لوسائل الإعلام
home-about-news = تغطية نشاط للموقع
home-about-recommendations = محاور وتوصيات مرقمة
home-about-statement = موقف يُعلن للرأي العام
home-about-invitation = مع جدول الأعمال والمرجع
home-about-sheet = للتوقيع يوم الاجتماع
home-about-short = لشبكات التواصل
home-card-regional-communique = بلاغ اجتماع جهوي
home-card-invitation = دعوة
home-sheet = لائحة الحضور والتوقيع
home-own-template = من نماذجك
home-all-templates = كل النماذج
home-fewer-templates = نماذج أقل
home-templates-count =
    { PLURAL($count) ->
        [zero] لا نماذج
        [one] نموذج واحد
        [two] نموذجان
        [few] {$count} نماذج
        [many] {$count} نموذجا
       *[other] {$count} نموذج
    }
home-folder = فتح المجلد
home-more = المزيد: {$name}
home-state = {$output}: {$state}
the-output-minutes = المحضر
the-output-communique = البلاغ
the-output-press = البلاغ الصحفي
the-output-news = الخبر
the-output-recommendations = التوصيات
the-output-statement = البيان
the-output-invitation = الدعوة
the-output-sheet = لائحة الحضور والتوقيع
the-output-short = النص القصير
state-approved-f = مصادق عليها
state-signed-f = موقَّع عليها
state-published-f = منشورة
state-corrected-f = صدر بشأنها استدراك
state-archived-f = محفوظة في الأرشيف
check-place-paragraph = الفقرة {$number}
check-place-remark = تعليق
check-next = الملاحظة الموالية
check-none = كل ما يلزم هذه الوثيقة موجود فيها.
check-fill = ملء الحقل
check-show = إظهار في النص
check-weekday = يوم لا يوافق تاريخه
check-weekday-why = كُتب يوم {$said}، والحال أن {$date} يوافق يوم {$true}.
check-missing-title = عنوان ناقص
check-missing-title-why = يُعرف النص بعنوانه في أعلى الصفحة وفي لائحة الملفات. اكتبه في السطر الأول.
check-missing-date = تاريخ الاجتماع غير مُدخل
check-missing-date-why = يُكتب التاريخ في الفقرة الافتتاحية، ومنه يُحسب اليوم. أدخله في الترويسة.
check-missing-chair = رئاسة الاجتماع غير مُدخلة
check-missing-chair-why = يذكر المحضر من ترأس الاجتماع. أدخل الاسم أو الصفة في الترويسة.
check-missing-body = الهيئة غير مُدخلة
check-missing-body-why = تبدأ الجملة الأولى بالهيئة التي اجتمعت. أدخل اسمها في الترويسة.
check-missing-venue = مكان الاجتماع غير مُدخل
check-missing-venue-why = تدل الدعوة المدعوين على المكان. أدخله في الترويسة.
check-missing-number = رقم الصادر غير مُدخل
check-missing-number-why = صودق على النص دون رقم، ولا يُكتب في النسخ الصادرة ما ينقص. أدخله في الترويسة.
check-no-recommendation = لا توصيات بعد
check-no-recommendation-why = يجمع هذا النص التوصيات، ولم تُكتب فيه أي توصية.
check-gender-unknown = جنس «{$name}» غير محدد
check-gender-unknown-why = بقيت الصيغة مفتوحة على المذكر والمؤنث. اختر إحداهما لتُكتب على وجه واحد.
check-gender-body = جنس اسم الهيئة غير محدد
check-gender-body-why = بقي الفعل مفتوحا على المذكر والمؤنث. اختر ما يوافق اسم الهيئة.
check-spared = حقل لن يُطبع
check-spared-why = لا قيمة في الترويسة للحقل «{$field}»، وتُطبع الجملة بدونه. أدخل القيمة إن أردت ذكرها.
check-unresolved = حقل بدون قيمة
check-unresolved-why = في النص حقل «{$field}»، ولا قيمة له في الترويسة.
check-unwritten = حرف لا يملكه أي خط
check-unwritten-why = لا خط هنا يكتب {$codes}، فيظهر مكانه مربع على الشاشة وعلى الورق. احذفه أو اكتب غيره مكانه.
check-unknown-region = جهة غير معروفة
check-unknown-region-why = «{$name}» ليست من الجهات الاثنتي عشرة، وبقيت كما كُتبت. اخترها من اللائحة.
check-unknown-province = إقليم غير معروف
check-unknown-province-why = لا يوجد «{$name}» في لائحة العمالات والأقاليم، وبقي كما كُتب. تحقق من الاسم.
settings-window = الواجهة
settings-zoom = حجم العرض
settings-percent = {$percent}%
settings-digits = أرقام الوثائق الجديدة
settings-digits-latin = مغربية
settings-digits-arabic = مشرقية
settings-writing = الكتابة
settings-phrases = أسلوب العبارات الجاهزة
settings-phrases-both = كلاهما
settings-phrases-moroccan = مغربي
settings-phrases-un = أممي
settings-phrases-note = تُقترح هذه العبارات بالرمادي أثناء الكتابة، وفي قائمة الإدراج. وإن اخترت كليهما تقدم المغربي.
settings-body = الهيئة
settings-body-note = تُملأ بها ترويسة كل وثيقة جديدة.
settings-no-region = بدون جهة
settings-author = صاحب التعديلات
settings-author-note = يظهر الاسم بجانب التعليقات والتعديلات المقترحة.
settings-author-name = الاسم


## Shell: rail, tabs, palette

cmd-commands = كل الأوامر
cmd-save-template = حفظ كنموذج
cmd-next-output = عرض النص الموالي
cmd-go-header = الانتقال إلى الترويسة
cmd-go-attendance = الانتقال إلى الحضور
cmd-go-agenda = الانتقال إلى جدول الأعمال
cmd-go-text = الانتقال إلى النص
cmd-go-recommendations = الانتقال إلى التوصيات
cmd-go-closing = الانتقال إلى الختام
cmd-panel-attendance = لوحة الحضور
cmd-panel-checks = لوحة التدقيق
cmd-next-finding = الملاحظة الموالية
cmd-add-signatures = إضافة التوقيعات
cmd-add-annex = إضافة مرفق
why-no-record = لم يُفتح أي ملف
why-no-undo = لا شيء للتراجع عنه
why-no-redo = لا شيء لإعادته
why-no-selection = لم يُحدد أي نص
why-one-record = لم يُفتح إلا ملف واحد
why-no-paragraph = المؤشر خارج الفقرات
why-no-item = المؤشر خارج التوصيات
part-closing = الختام
part-filled = منجز
part-empty = فارغ
part-needed = لازم وينقصه شيء
hint-commands = اكتب اسم الأمر أو كلمة من الملف
palette-nothing = لا شيء بهذا الاسم
palette-in-record = في هذا الملف
palette-move = تنقل
palette-do = تنفيذ
panel-attendance = الحضور
panel-checks = التدقيق
output-others = نصوص أخرى
panel-close = إغلاق اللوحة
tab-close = إغلاق «{$name}»
error-not-kept = لم تُحفظ الإعدادات أو لائحة آخر الملفات ({$detail}). بقيت الملفات كما هي. تحقق من مساحة القرص والصلاحيات.
palette-count =
    { PLURAL($count) ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] {$count} نتائج
        [many] {$count} نتيجة
       *[other] {$count} نتيجة
    }


## Guide


## Journal and recovery

journal-full = امتلأ القرص، فلا يُحفظ ما تكتبه أولا بأول. كل ما كتبته باق في هذه النافذة، وتُعاد المحاولة كل لحظة. أفرغ بعض المساحة، أو احفظ الوثيقة في مكان آخر.
journal-stopped = تعذر حفظ ما تكتبه أولا بأول ({$detail}). كل ما كتبته باق في هذه النافذة، وتُعاد المحاولة كل لحظة. احفظ الوثيقة في مكان آمن.
journal-newer = كُتب بنسخة أحدث من هذا البرنامج (الصيغة {$version}). بقي كما هو. حيِّن البرنامج لاسترجاعه.
journal-not-one = لا يبدأ الملف كما يبدأ سجل الكتابة. بقي كما هو.
journal-too-large = سجل الكتابة أكبر من أن يُقرأ. بقي كما هو.
journal-damaged = سجل الكتابة تالف ابتداء من البايت {$byte}. بقي كما هو.
journal-unreadable = تعذرت قراءة سجل الكتابة ({$detail}). بقي كما هو.
fault-happened = توقف «محضر» بسبب خلل في البرنامج ({$place}).
fault-kept = ما كتبته محفوظ في {$path}، وسيُعرض عليك عند الفتح المقبل.
fault-report = كُتب تقرير عن الخلل، لا شيء فيه من نصوصك، في {$path}

cmd-next-pane = الانتقال إلى الجزء الموالي من النافذة
cmd-previous-pane = الرجوع إلى الجزء السابق من النافذة
why-one-pane = لا أجزاء أخرى في هذه الشاشة
recovery-until = «{$name}»: استُرجع ما كُتب قبل الانقطاع إلى حدود {$time}
recovery-until-day = «{$name}»: استُرجع ما كُتب قبل الانقطاع إلى حدود {$time} من يوم {$day}
recovery-partly = «{$name}»: استُرجع ما كُتب قبل الانقطاع إلا آخره
recovery-base = «{$name}»: تعذر استرجاع آخر ما كُتب، وسلمت النسخة التي بدأ منها
recovery-nothing = «{$name}»: لم يُسترجع شيء مما كُتب قبل الانقطاع
recovery-nothing-unnamed = لم يُسترجع شيء من كتابة انقطعت قبل حفظها
recovery-lost =
    { PLURAL($count) ->
        [zero] آخر ما كُتب غير مقروء
        [one] ضاع بعده تعديل واحد غير مقروء
        [two] ضاع بعده تعديلان غير مقروءين
        [few] ضاعت بعده {$count} تعديلات غير مقروءة
        [many] ضاع بعده {$count} تعديلا غير مقروء
       *[other] ضاع بعده {$count} تعديل غير مقروء
    }
recovery-kept = الملف: {$file}
recovery-unnamed = لم تُحفظ في ملف بعد
recovery-gone = لم يعد ملفها في مكانه
recovery-unreadable = تعذرت قراءة ملفها على القرص
recovery-disk-changed = تغيّر الملف على القرص بعد فتحه
recovery-same = مطابقة لما في القرص
recovery-added = أُضيفت {$added} {$where} إلى ما في القرص
recovery-removed = حُذفت {$removed} {$where} مما في القرص
recovery-replaced = أُضيفت {$added} وحُذفت {$removed} {$where} مقارنة بما في القرص
recovery-in-paragraphs =
    { PLURAL($count) ->
        [zero] خارج الفقرات
        [one] في فقرة واحدة
        [two] في فقرتين
        [few] في {$count} فقرات
        [many] في {$count} فقرة
       *[other] في {$count} فقرة
    }
recovery-paragraphs =
    { PLURAL($count) ->
        [zero] لم تتغير أي فقرة
        [one] تغيرت فقرة واحدة مقارنة بما في القرص
        [two] تغيرت فقرتان مقارنة بما في القرص
        [few] تغيرت {$count} فقرات مقارنة بما في القرص
        [many] تغيرت {$count} فقرة مقارنة بما في القرص
       *[other] تغيرت {$count} فقرة مقارنة بما في القرص
    }
recovery-facts =
    { PLURAL($count) ->
        [zero] لم يختلف شيء خارج الفقرات
        [one] اختلف معطى واحد خارج الفقرات
        [two] اختلف معطيان خارج الفقرات
        [few] اختلفت {$count} معطيات خارج الفقرات
        [many] اختلف {$count} معطى خارج الفقرات
       *[other] اختلف {$count} معطى خارج الفقرات
    }
recovery-open = فتح النسخة المسترجعة
recovery-both = فتح النسختين
recovery-compare = مقارنة
recovery-discard = تجاهل
recovery-all = عرض كل النسخ المسترجعة ({$count})
recovery-fewer = عرض نسخ أقل
recovery-others =
    { PLURAL($count) ->
        [zero] لا وثائق مسترجعة
        [one] استُرجعت وثيقة أخرى انقطعت الكتابة فيها قبل حفظها
        [two] استُرجعت وثيقتان أخريان انقطعت الكتابة فيهما قبل حفظهما
        [few] استُرجعت {$count} وثائق أخرى انقطعت الكتابة فيها قبل حفظها
        [many] استُرجعت {$count} وثيقة أخرى انقطعت الكتابة فيها قبل حفظها
       *[other] استُرجعت {$count} وثيقة أخرى انقطعت الكتابة فيها قبل حفظها
    }
recovery-show = عرض النسخ المسترجعة
recovery-beside = {$name} (مسترجعة)
recovery-on-disk = {$name} (على القرص)
recovery-discarded = أُبعدت النسخة المسترجعة من «{$name}». يبقى سجلها في {$folder}
recovery-not-discarded = تعذر إبعاد سجل الكتابة ({$detail}). بقي في مكانه، وسيُقترح عليك عند التشغيل المقبل.
recovery-resumed = عاد حفظ ما تكتبه أولا بأول، ولم يضع منه شيء.



## Saving and backups

cmd-earlier = النسخ السابقة…
cmd-copy-out = نسخ الوثيقة ونسخها السابقة إلى مفتاح USB
save-again = إعادة المحاولة
save-elsewhere = حفظ في مكان آخر
export-elsewhere = تصدير إلى مكان آخر
copy-elsewhere = نسخ إلى مكان آخر
error-unsure = كُتب «{$path}»، لكن القرص لم يؤكد تثبيته ({$detail}). ما زالت وثيقتك مفتوحة، وقد يعود الملف القديم إذا انقطعت الكهرباء. أعد الحفظ.
cli-error-unsure = كُتب «{$path}»، لكن القرص لم يؤكد تثبيته ({$detail}). قد يعود الملف القديم إذا انقطعت الكهرباء. أعد تنفيذ الأمر.
warning-no-backup = حُفظ «{$path}»، وتعذر الاحتفاظ بنسخة سابقة منه. تحقق من مساحة القرص ومن صلاحيات مجلد النسخ.
copy-no-stick = لم يُعثر على مفتاح USB يمكن الكتابة فيه. اكتب مسار المجلد.
copy-sticks = وُجد أكثر من مفتاح USB. اكتب مسار المجلد المقصود.
copy-under-way = يجري النسخ إلى {$place}. لا تنزع المفتاح قبل انتهائه.
copy-done = نُسخت الوثيقة «{$name}» ونسخها السابقة إلى {$place}. كل شيء على المفتاح الآن.
dialog-copy-title = نسخ الوثيقة ونسخها السابقة
dialog-copy-button = نسخ
earlier-title = النسخ السابقة من «{$name}»
earlier-note = تُحفظ نسخة بعد كل حفظ، وتبقى آخر {$most} نسخة. لا يغير فتح نسخة أو مقارنتها وثيقتك.
earlier-none = لا نسخ سابقة بعد. تُحفظ نسخة بعد كل حفظ، وتبقى آخر {$most} نسخة.
earlier-copy = نسخ إلى مفتاح USB
earlier-open = فتح كنسخة
earlier-when = {$day}، {$time}
earlier-about = {$words}، {$since}
earlier-same = مطابقة للنص الحالي
earlier-otherwise = تغير بعدها غير النص: الترويسة أو الترتيب أو التنسيق
earlier-both = {$added}، {$removed}
earlier-added =
    { PLURAL($count) ->
        [zero] لم تُضف بعدها أي كلمة
        [one] أُضيفت بعدها كلمة واحدة
        [two] أُضيفت بعدها كلمتان
        [few] أُضيفت بعدها {$count} كلمات
        [many] أُضيفت بعدها {$count} كلمة
       *[other] أُضيفت بعدها {$count} كلمة
    }
earlier-removed =
    { PLURAL($count) ->
        [zero] لم تُحذف بعدها أي كلمة
        [one] حُذفت بعدها كلمة واحدة
        [two] حُذفت بعدها كلمتان
        [few] حُذفت بعدها {$count} كلمات
        [many] حُذفت بعدها {$count} كلمة
       *[other] حُذفت بعدها {$count} كلمة
    }
earlier-unreadable = تعذرت قراءة هذه النسخة
earlier-name = {$name} (نسخة {$at})
earlier-now = {$name} (النص الحالي)
toast-earlier = فُتحت النسخة السابقة وثيقة جديدة لم تُحفظ بعد


## Others at the same record

window-title-read-only = {$name} • للقراءة فقط — محضر
why-read-only = الملف مفتوح هنا للقراءة فقط
others-somebody = شخص آخر
others-day-time = {$day}، {$time}
others-held = هذا الملف مفتوح للتحرير عند {$person} على الجهاز {$machine} منذ {$since}.
others-held-here = هذا الملف مفتوح للتحرير في نافذة أخرى على هذا الجهاز منذ {$since}.
others-held-unknown = يبدو أن هذا الملف مفتوح للتحرير في مكان آخر.
others-held-detail = فُتح هنا للقراءة فقط.
others-open-copy = فتح نسخة
others-take-over = تولّي التحرير
others-freed = أُغلق هذا الملف في المكان الآخر.
others-freed-detail = صار بإمكانك تحريره هنا.
others-edit-now = التحرير الآن
others-taken = انتقل تحرير هذا الملف إلى {$person} على الجهاز {$machine} منذ {$since}.
others-taken-here = تولّت نافذة أخرى على هذا الجهاز تحرير هذا الملف منذ {$since}.
others-taken-unknown = تولّى غيرك تحرير هذا الملف.
others-taken-detail = ما كتبته هنا باق، ولن يُكتب فوق عمل غيرك بدون سؤالك.
others-save-copy = حفظ نسخة
others-save-here = حفظ في الملف نفسه
others-shared-title = يحرر غيرك هذا الملف
others-shared-body = أتحفظ نسخة بجانبه أم تحفظ فيه ما عندك؟
others-changed = غيّر برنامج آخر هذا الملف على القرص ({$time}).
others-changed-detail = ما كتبته هنا باق كما هو، ولم يُحفظ بعد.
others-changed-clean = ما يظهر هنا هو النص قبل التغيير.
others-changed-unreadable = غيّر برنامج آخر هذا الملف على القرص ({$time})، وتعذرت قراءته. ما زالت وثيقتك مفتوحة كما هي.
others-gone = حُذف هذا الملف من القرص أو نُقل.
others-gone-detail = ما زالت وثيقتك مفتوحة هنا كما هي. احفظها لتُكتب من جديد.
others-compare = مقارنة
others-open = فتح
others-open-disk = فتح نسخة القرص
others-reload = إعادة التحميل
others-reloaded = أُعيد تحميل الملف من القرص
others-keep = إبقاء ما عندي
others-refused = الملف مفتوح هنا للقراءة فقط. افتح نسخة منه أو تولَّ تحريره.
others-unwritable = هذا الملف أو مجلده محمي من الكتابة.
others-unwritable-detail = عدّل هنا كما تشاء، ثم احفظ في مكان آخر.
others-copies-detail = بقيت النسختان كما هما.
others-copy-name = نسخة من {$name}
others-disk-name = {$name} من القرص
others-in-copy = في النسخة الأخرى
others-copies =
    { PLURAL($count) ->
        [zero] بجانب هذا الملف نسخة منه مختلفة عنه: «{$name}».
        [one] بجانب هذا الملف نسخة منه مختلفة عنه: «{$name}».
        [two] بجانب هذا الملف نسختان منه مختلفتان عنه، أولاهما «{$name}».
        [few] بجانب هذا الملف {$count} نسخ منه مختلفة عنه، أولاها «{$name}».
        [many] بجانب هذا الملف {$count} نسخة منه مختلفة عنه، أولاها «{$name}».
       *[other] بجانب هذا الملف {$count} نسخة منه مختلفة عنه، أولاها «{$name}».
    }



## Comparing

cmd-compare = مقارنة مع ملف آخر
cli-compare-same = لا فرق بين «{$a}» و«{$b}».
cli-compare-one-input = لا يمكن أن يكون الملفان معا «-»: المدخل المعياري واحد.
compare-title = المقارنة
compare-none = لا فرق بين الوثيقتين
compare-none-about = كل ما فيهما واحد: الترويسة والحضور والنص والتعليقات.
compare-next = الفرق الموالي
compare-previous = الفرق السابق
compare-unfold = إظهار الفقرات التي لم تتغير
compare-fold = طي الفقرات التي لم تتغير
compare-data = معطيات الوثيقة
compare-text = النص
compare-here = عندك
compare-on-disk = في القرص
compare-added = أُضيفت
compare-removed = حُذفت
compare-moved = نُقلت، وكانت الفقرة {$place}
compare-paragraph = الفقرة {$place}
compare-named = {$name}:
compare-personal = معطى شخصي تغير
compare-at = الفرق {$at} من {$all}
compare-unchanged =
    { PLURAL($count) ->
        [zero] لا فقرات دون تغيير
        [one] فقرة واحدة دون تغيير
        [two] فقرتان دون تغيير
        [few] {$count} فقرات دون تغيير
        [many] {$count} فقرة دون تغيير
       *[other] {$count} فقرة دون تغيير
    }
compare-blocks =
    { PLURAL($count) ->
        [zero] لم تتغير أي فقرة
        [one] تغيرت فقرة واحدة
        [two] تغيرت فقرتان
        [few] تغيرت {$count} فقرات
        [many] تغيرت {$count} فقرة
       *[other] تغيرت {$count} فقرة
    }
compare-facts =
    { PLURAL($count) ->
        [zero] لم يتغير أي معطى
        [one] تغير معطى واحد
        [two] تغير معطيان
        [few] تغيرت {$count} معطيات
        [many] تغير {$count} معطى
       *[other] تغير {$count} معطى
    }
compare-words-added =
    { PLURAL($count) ->
        [zero] لم تُضف أي كلمة
        [one] أُضيفت كلمة واحدة
        [two] أُضيفت كلمتان
        [few] أُضيفت {$count} كلمات
        [many] أُضيفت {$count} كلمة
       *[other] أُضيفت {$count} كلمة
    }
compare-words-removed =
    { PLURAL($count) ->
        [zero] لم تُحذف أي كلمة
        [one] حُذفت كلمة واحدة
        [two] حُذفت كلمتان
        [few] حُذفت {$count} كلمات
        [many] حُذفت {$count} كلمة
       *[other] حُذفت {$count} كلمة
    }
compare-id = معرف الوثيقة
compare-template = النموذج
compare-letterhead = رأس الورقة
compare-source = الملف المستورد
compare-source-text = النص المستورد
compare-label = علامة الترقيم
compare-recitals-written = كما كُتبت
compare-recitals-clauses = كل حيثية فقرة تنتهي بفاصلة
compare-page = قياس الصفحة (مم)
compare-output = نص من الوثيقة
compare-place = الترتيب
compare-approval = المصادقة
compare-seal = الختم
compare-embargo = لا يُنشر قبل
compare-other-people = أشخاص بمعرفات أخرى
compare-other-groups = مجموعات بمعرفات أخرى
compare-other-blocks = فقرات بمعرفات أخرى
compare-person = شخص
compare-attendee = في لائحة الحضور
compare-presence = الحضور
compare-group = مجموعة
compare-aliases = كتابات أخرى للاسم
compare-remark = تعليق
compare-resolved = أُغلق
compare-suggestion = تعديل مقترح
compare-suggests-text = في النص
compare-suggests-order = نقل فقرة
compare-suggests-field = في الترويسة
compare-version = نسخة محفوظة
compare-otherwise = اختلاف آخر
compare-marks = تنسيق الكلمات ومراجعتها
compare-mark-strike = مشطوب
compare-mark-colour = لون
compare-mark-language = لغة أخرى
compare-mark-inserted = إضافة مقترحة
compare-mark-deleted = حذف مقترح
compare-mark-remark = تعليق
compare-kind = النوع
compare-audience = من يقرأ الفقرة
compare-joined = ضم مقترح إلى ما قبلها
compare-prompt = ما يطلبه النموذج
compare-note-mark = نوع الملاحظة
compare-task = مهمة
compare-vote = {$yes} مع، {$no} ضد، {$abstained} امتناع


## Damaged and older files, limits

limit-blocks = لا تتسع الوثيقة لأكثر من {$count} فقرة.
limit-paragraph = لا تتسع الفقرة الواحدة لأكثر من {$count} حرف.
limit-marks = لا تتسع الفقرة الواحدة لأكثر من {$count} تنسيق وحقل.
limit-people = لا تتسع الوثيقة لأكثر من {$count} شخص.
limit-groups = لا تتسع لائحة الحضور لأكثر من {$count} مجموعة.
limit-remarks = لا تتسع الوثيقة لأكثر من {$count} تعليق أو اقتراح أو نسخة محفوظة.
limit-line = لا يتسع الحقل الواحد لأكثر من {$count} حرف.
limit-record = لا تتسع الوثيقة كلها لأكثر من {$count} ميغابايت.
limit-list = لا يتسع الملف لأكثر من {$count} عنصر.
limit-entries = لا يتسع الملف لأكثر من {$count} عنصر.
limit-reached = {$beyond} بقيت الوثيقة كما كانت قبل هذا الأمر. وزّع النص على فقرات أو وثائق أصغر.
error-beyond = لم يُفتح «{$path}». {$beyond} بقي الملف كما هو. قسّمه إلى وثائق أصغر في محرر نصوص.
older-format = كُتب «{$path}» بصيغة أقدم ({$version}). بقي الملف كما هو، ولن يُكتب بالصيغة الحالية إلا إذا حفظته.
cli-older = كُتب «{$path}» بصيغة أقدم ({$version}). يُكتب كل ما يُحفظ منه بالصيغة الحالية.
cli-usage-salvage = mahdar salvage FILE -o OUT: يستخرج ما سلم من ملف تالف إلى ملف جديد
cli-salvage-exists = يوجد «{$path}» من قبل ولم يُكتب فوقه. اختر اسما آخر بعد -o.
salvage-nothing = لم يسلم من «{$path}» شيء يُقرأ. بقي الملف كما هو. افتح نسخة احتياطية إن وُجدت.
salvage-offer = فتح ما سلم منه في نسخة
salvage-offer-backup = فتح آخر نسخة احتياطية
salvage-opened = هذه نسخة مما سلم من «{$path}»، لم تُحفظ بعد. بقي الملف التالف كما هو. { PLURAL($count) ->
    [zero] لم يضع منه شيء.
    [one] تضرر منه موضع واحد.
    [two] تضرر منه موضعان.
    [few] تضررت منه {$count} مواضع.
    [many] تضرر منه {$count} موضعا.
    *[other] تضرر منه {$count} موضع.
}
salvage-show = عرض ما تضرر
salvage-title = ما تضرر من «{$path}»
salvage-about = سلم ما سواه وهو في النسخة المفتوحة. تشير الأرقام إلى أسطر الملف التالف.
salvage-part-head = بداية الملف
salvage-part-field = حقل من الترويسة
salvage-part-output = نص من نصوص الوثيقة
salvage-part-person = شخص
salvage-part-attendee = سطر من لائحة الحضور
salvage-part-block = فقرة
salvage-part-remark = تعليق
salvage-part-change = اقتراح تعديل
salvage-part-version = نسخة محفوظة
salvage-part-unknown = جزء لم يُعرف
salvage-left-words = سلمت الكلمات وحدها، وجُعلت للمحضر فقط
salvage-left-most = سلم أكثره
salvage-left-letters = سلم إلا حروفا جُعلت مكانها العلامة �
salvage-left-renamed = سلم كله، وتغيّر معرّفه لأن غيره يحمله
salvage-left-nothing = لم يسلم منه شيء
salvage-lost = السطر {$line}: {$part}: {$left}.
salvage-missing = {$part}: {$left}.
salvage-more = { PLURAL($count) ->
    [zero] لا مواضع أخرى.
    [one] وموضع آخر.
    [two] وموضعان آخران.
    [few] و{$count} مواضع أخرى.
    [many] و{$count} موضعا آخر.
    *[other] و{$count} موضع آخر.
}
salvage-untitled = ما سلم من {$name}



## Invisible characters

cmd-invisibles = الرموز الخفية
list-and = {$before}، و{$next}
toast-cleaned = أُلصق النص بعد تنقيته: {$what}
cleaned-file = نُقّيت نصوص هذه الوثيقة عند فتحها.
cleaned-file-kept = لم يتغير الملف نفسه.
cleaned-what = {$what}. لم يتغير الملف نفسه.
cli-cleaned = نُقّيت النصوص: {$what}
hygiene-directions =
    { PLURAL($count) ->
        [zero] لم يُحذف رمز اتجاه
        [one] حذف رمز اتجاه واحد
        [two] حذف رمزي اتجاه
        [few] حذف {$count} رموز اتجاه
        [many] حذف {$count} رمز اتجاه
       *[other] حذف {$count} رمز اتجاه
    }
hygiene-invisible =
    { PLURAL($count) ->
        [zero] لم يُحذف رمز خفي
        [one] حذف رمز خفي واحد
        [two] حذف رمزين خفيين
        [few] حذف {$count} رموز خفية
        [many] حذف {$count} رمزا خفيا
       *[other] حذف {$count} رمز خفي
    }
hygiene-no-break =
    { PLURAL($count) ->
        [zero] لم تُحوَّل مسافة غير فاصلة
        [one] تحويل مسافة غير فاصلة واحدة إلى عادية
        [two] تحويل مسافتين غير فاصلتين إلى عاديتين
        [few] تحويل {$count} مسافات غير فاصلة إلى عادية
        [many] تحويل {$count} مسافة غير فاصلة إلى عادية
       *[other] تحويل {$count} مسافة غير فاصلة إلى عادية
    }
hygiene-spaces =
    { PLURAL($count) ->
        [zero] لم تُحوَّل مسافة خاصة
        [one] تحويل مسافة خاصة واحدة إلى عادية
        [two] تحويل مسافتين خاصتين إلى عاديتين
        [few] تحويل {$count} مسافات خاصة إلى عادية
        [many] تحويل {$count} مسافة خاصة إلى عادية
       *[other] تحويل {$count} مسافة خاصة إلى عادية
    }
hygiene-tatweel =
    { PLURAL($count) ->
        [zero] لم يُحذف تطويل
        [one] حذف تطويل واحد
        [two] حذف تطويلين
        [few] حذف {$count} تطويلات
        [many] حذف {$count} تطويلا
       *[other] حذف {$count} تطويل
    }
hygiene-forms =
    { PLURAL($count) ->
        [zero] لم يُحوَّل شكل عرض
        [one] تحويل شكل عرض واحد إلى حرفه
        [two] تحويل شكلي عرض إلى حروفهما
        [few] تحويل {$count} أشكال عرض إلى حروفها
        [many] تحويل {$count} شكل عرض إلى حروفها
       *[other] تحويل {$count} شكل عرض إلى حروفها
    }
hygiene-marks =
    { PLURAL($count) ->
        [zero] لم تُحذف حركة زائدة
        [one] حذف حركة زائدة واحدة
        [two] حذف حركتين زائدتين
        [few] حذف {$count} حركات زائدة
        [many] حذف {$count} حركة زائدة
       *[other] حذف {$count} حركة زائدة
    }
hygiene-composed =
    { PLURAL($count) ->
        [zero] لم تُوحَّد كتابة حرف
        [one] توحيد كتابة حرف واحد
        [two] توحيد كتابة حرفين
        [few] توحيد كتابة {$count} حروف
        [many] توحيد كتابة {$count} حرفا
       *[other] توحيد كتابة {$count} حرف
    }

# العناصر
only-digits = لا تُكتب هنا إلا الأرقام
menu-go = الانتقال إلى
settings-invisibles = إظهار الرموز الخفية في الصفحة
preview-laying = يُرتَّب النص في صفحات: { PLURAL($pages) ->
    [zero] لا صفحة حتى الآن
    [one] صفحة واحدة حتى الآن
    [two] صفحتان حتى الآن
    [few] { $pages } صفحات حتى الآن
    [many] { $pages } صفحة حتى الآن
   *[other] { $pages } صفحة حتى الآن
}

# الاستيراد
import-error-empty = «{$path}» فارغ. لم يتغير شيء. اختر ملفا آخر.
import-error-too-big = «{$path}» أكبر من 64 ميغابايت. لم يُقرأ ولم يتغير شيء. قسّمه، أو ألصق منه ما تحتاج إليه.
import-error-binary = «{$path}» ليس نصا ولا HTML ولا DOCX. لم يتغير شيء. احفظه من برنامجه بصيغة DOCX ثم استورده.
import-error-encrypted = «{$path}» محمي بكلمة سر. لم يُقرأ ولم يتغير شيء. افتحه في برنامجه، واحفظه دون كلمة سر، ثم استورده.
import-error-old-word = «{$path}» بصيغة Word القديمة (قبل 2007). لم يُقرأ ولم يتغير شيء. افتحه في Word أو LibreOffice واحفظه بصيغة DOCX.
import-error-not-docx = «{$path}» ملف مضغوط، لكنه ليس DOCX. لم يتغير شيء. احفظ النص من برنامجه بصيغة DOCX ثم استورده.
import-error-damaged = «{$path}» تالف أو ناقص. لم يُقرأ منه شيء ولم يتغير شيء. أعد نسخه أو تنزيله، أو افتحه في برنامجه واحفظه من جديد.
import-error-bomb = يتضخم «{$path}» عند فك ضغطه إلى ما لا يبلغه نص. لم يُقرأ ولم يتغير شيء. لا تفتحه إن كنت لا تعرف مصدره.
import-error-too-deep = أجزاء «{$path}» متداخلة أعمق مما يقع في نص. لم يُقرأ ولم يتغير شيء. افتحه في برنامجه وألصق نصه هنا.
import-error-no-text = ليس في «{$path}» كلام يُقرأ. لم يتغير شيء. إن كان صورة ممسوحة ضوئيا فلا بد من كتابة نصها.
import-error-record = «{$path}» وثيقة من وثائق هذا البرنامج. لم يتغير شيء. افتحها بدل استيرادها.
import-encoding = كان النص بترميز {$name} فحُوِّل
cli-import-one-output = لا تُكتب الوثيقة وتقرير --json معا في المخرج نفسه. اكتب الوثيقة في ملف بعد -o.
dialog-import-title = استيراد نص
dialog-import-button = استيراد
dialog-filter-texts = نصوص (DOCX وHTML وMD وTXT)
home-import = استيراد نص
import-reading = يُقرأ «{$path}»…
import-clipboard = الحافظة
import-done = صار «{$path}» وثيقة لم تُحفظ بعد.
import-pasted = صار النص الملصق وثيقة.
import-found = فيه {$what}.
import-told = عند القراءة: {$what}.
import-plain = لصق كما هو
import-let-go = تراجع عن الاستيراد
import-whole = يبدو ما ألصقته نصا كاملا.
import-whole-detail = يمكن قراءته وثيقة مستقلة بعنوانها وتاريخها ومحاورها.
import-as-record = جعله وثيقة
import-unreadable =
    { PLURAL($count) ->
        [zero] لا حروف مجهولة
        [one] حرف واحد لم يُعرف فصار «�»
        [two] حرفان لم يُعرفا فصارا «�»
        [few] {$count} حروف لم تُعرف فصارت «�»
        [many] {$count} حرفا لم يُعرف فصار «�»
       *[other] {$count} حرف لم يُعرف فصار «�»
    }
import-macros =
    { PLURAL($count) ->
        [zero] ليس فيه ماكرو
        [one] فيه وحدة ماكرو لم تُقرأ ولم تُنفَّذ
        [two] فيه وحدتا ماكرو لم تُقرآ ولم تُنفَّذا
        [few] فيه {$count} وحدات ماكرو لم تُقرأ ولم تُنفَّذ
        [many] فيه {$count} وحدة ماكرو لم تُقرأ ولم تُنفَّذ
       *[other] فيه {$count} وحدة ماكرو لم تُقرأ ولم تُنفَّذ
    }
import-scripts =
    { PLURAL($count) ->
        [zero] لا برامج فيه
        [one] برنامج واحد لم يُقرأ ولم يُنفَّذ
        [two] برنامجان لم يُقرآ ولم يُنفَّذا
        [few] {$count} برامج لم تُقرأ ولم تُنفَّذ
        [many] {$count} برنامجا لم يُقرأ ولم يُنفَّذ
       *[other] {$count} برنامج لم يُقرأ ولم يُنفَّذ
    }
import-hidden =
    { PLURAL($count) ->
        [zero] لا مقاطع خفية
        [one] تُرك مقطع خفي واحد
        [two] تُرك مقطعان خفيان
        [few] تُركت {$count} مقاطع خفية
        [many] تُرك {$count} مقطعا خفيا
       *[other] تُرك {$count} مقطع خفي
    }
import-pictures =
    { PLURAL($count) ->
        [zero] لا صور
        [one] تُركت صورة واحدة
        [two] تُركت صورتان
        [few] تُركت {$count} صور
        [many] تُركت {$count} صورة
       *[other] تُركت {$count} صورة
    }
import-comments =
    { PLURAL($count) ->
        [zero] لا تعليقات هامشية
        [one] تُرك تعليق هامشي واحد
        [two] تُرك تعليقان هامشيان
        [few] تُركت {$count} تعليقات هامشية
        [many] تُرك {$count} تعليقا هامشيا
       *[other] تُرك {$count} تعليق هامشي
    }
import-insertions =
    { PLURAL($count) ->
        [zero] لا إضافات مقترحة
        [one] أُخذت إضافة مقترحة واحدة
        [two] أُخذت إضافتان مقترحتان
        [few] أُخذت {$count} إضافات مقترحة
        [many] أُخذت {$count} إضافة مقترحة
       *[other] أُخذت {$count} إضافة مقترحة
    }
import-deletions =
    { PLURAL($count) ->
        [zero] لا حذف مقترحا
        [one] تُرك مقطع مقترح حذفه
        [two] تُرك مقطعان مقترح حذفهما
        [few] تُركت {$count} مقاطع مقترح حذفها
        [many] تُرك {$count} مقطعا مقترحا حذفه
       *[other] تُرك {$count} مقطع مقترح حذفه
    }
import-tables =
    { PLURAL($count) ->
        [zero] لا جداول
        [one] جدول واحد صار كل سطر منه فقرة
        [two] جدولان صار كل سطر منهما فقرة
        [few] {$count} جداول صار كل سطر منها فقرة
        [many] {$count} جدولا صار كل سطر منها فقرة
       *[other] {$count} جدول صار كل سطر منها فقرة
    }
import-footnotes =
    { PLURAL($count) ->
        [zero] لا حواشي
        [one] حاشية سفلية واحدة وُضعت في آخر النص
        [two] حاشيتان سفليتان وُضعتا في آخر النص
        [few] {$count} حواش سفلية وُضعت في آخر النص
        [many] {$count} حاشية سفلية وُضعت في آخر النص
       *[other] {$count} حاشية سفلية وُضعت في آخر النص
    }
import-text-boxes =
    { PLURAL($count) ->
        [zero] لا إطارات نص
        [one] إطار نص واحد وُضع بعد فقرته
        [two] إطارا نص وُضعا بعد فقرتيهما
        [few] {$count} إطارات نص وُضعت بعد فقراتها
        [many] {$count} إطار نص وُضع بعد فقرته
       *[other] {$count} إطار نص وُضع بعد فقرته
    }
import-page-margins =
    { PLURAL($count) ->
        [zero] لا شيء في رأس الصفحات وأسفلها
        [one] سطر واحد في رأس الصفحات أو أسفلها، حُفظ مع النص الأصلي وحده
        [two] سطران في رأس الصفحات أو أسفلها، حُفظا مع النص الأصلي وحده
        [few] {$count} أسطر في رأس الصفحات أو أسفلها، حُفظت مع النص الأصلي وحده
        [many] {$count} سطرا في رأس الصفحات أو أسفلها، حُفظ مع النص الأصلي وحده
       *[other] {$count} سطر في رأس الصفحات أو أسفلها، حُفظ مع النص الأصلي وحده
    }
import-objects =
    { PLURAL($count) ->
        [zero] لا كائنات
        [one] تُرك كائن واحد من برنامج آخر
        [two] تُرك كائنان من برامج أخرى
        [few] تُركت {$count} كائنات من برامج أخرى
        [many] تُرك {$count} كائنا من برامج أخرى
       *[other] تُرك {$count} كائن من برامج أخرى
    }
import-has-paragraphs =
    { PLURAL($count) ->
        [zero] لا فقرة
        [one] فقرة واحدة
        [two] فقرتان
        [few] {$count} فقرات
        [many] {$count} فقرة
       *[other] {$count} فقرة
    }
import-has-recommendations =
    { PLURAL($count) ->
        [zero] لا توصية
        [one] توصية واحدة
        [two] توصيتان
        [few] {$count} توصيات
        [many] {$count} توصية
       *[other] {$count} توصية
    }
import-has-people =
    { PLURAL($count) ->
        [zero] لا شخص
        [one] شخص واحد
        [two] شخصان
        [few] {$count} أشخاص
        [many] {$count} شخصا
       *[other] {$count} شخص
    }
import-has-findings =
    { PLURAL($count) ->
        [zero] لا شيء يُراجَع
        [one] أمر واحد يُراجَع
        [two] أمران يُراجَعان
        [few] {$count} أمور تُراجَع
        [many] {$count} أمرا يُراجَع
       *[other] {$count} أمر يُراجَع
    }
# What an import guessed.
compare-source-guesses = تخمينات حول النص المستورد
guess-certain = مؤكد
guess-likely = مرجح
guess-unsure = غير مؤكد
finding-guess-kind = صُنف على أنه: {$kind} ({$how})، عدد الفقرات: {$count}
finding-guess-title = اعتُبر هذا السطر عنوانا ({$how})
finding-guess-output = نوع النص: {$kind} ({$how})
finding-guess-field = قُرئ من النص ووُضع في الترويسة ({$how}): {$fields}
finding-guess-residue = بقايا صفحة ويب، شُطبت ({$how}): «{$words}»
finding-guess-fused = قد يجمع هذا السطر بندين
finding-guess-list-end = لا يتبين هل تنتهي اللائحة قبل هذه الفقرة
finding-guess-label = كان رقمه في المصدر «{$words}»، وصار يُرقم بحسب موضعه
finding-guess-unlabelled = لم يكن مرقما في المصدر، وصار مرقما
finding-guess-agenda = تذكر هذه الفقرة جدول الأعمال ({$how})
finding-guess-attendance = تذكر هذه الفقرة الحضور ({$how})
finding-guess-deadline = تحدد هذه الفقرة أجلا ({$how})
finding-guess-next = تعلن هذه الفقرة عن الاجتماع المقبل ({$how})
finding-guess-quotation = يبدأ هنا قول منقول ({$how})
finding-guess-dateline = يُفتتح العنوان باسم مكان ({$how})
finding-guess-matter = موضوع القرار كما قُرئ منه ({$how}): {$kind}، {$words}
finding-guess-vote = نتيجة التصويت كما قُرئت منه ({$how}): {$words}
finding-guess-roll = كُتبت لائحة الحضور في المصدر بغير هذه الصيغة (عدد المواضع: {$count}): «{$words}»
finding-guess-column = في جدول الحضور معطيات لم يُعرف موضعها في الترويسة (عدد الأسطر: {$count}): «{$words}»
finding-guess-repeated = جملة تمهد لجدول الأعمال، شُطبت لأن عنوانه يُكتب فوقه: «{$words}»
check-guess-kind = {$kind}
check-guess-kind-why = صُنف النص هكذا عند الاستيراد ({$how})، وعدد فقراته {$count}. أكده أو اختر صنفا آخر.
check-guess-title = سطر اعتُبر عنوانا
check-guess-title-why = يقف في رأس النص كما تقف العناوين ({$how}). أكده أو صححه.
check-guess-output = نوع النص: {$kind}
check-guess-output-why = عُرف نوعه من عباراته ({$how}). أكده أو غيّره من أعلى النافذة.
check-guess-field = {$fields}
check-guess-field-why = قُرئ من النص ووُضع في الترويسة ({$how}). راجعه ثم أكده.
guess-held = {$field}: {$held}
guess-held-more = {$told}… (عدد الحقول: {$count})
check-guess-residue = بقايا صفحة ويب
check-guess-residue-why = شُطب «{$words}» ({$how}) ولا يُنشر. احذفه أو أبقه.
check-guess-fused = بندان في سطر واحد؟
check-guess-fused-why = قد يجمع هذا السطر بندين. افصلهما، أو اتركه بندا واحدا.
check-guess-list-end = هل تنتهي اللائحة هنا؟
check-guess-list-end-why = لا يتبين من النص هل تنتمي هذه الفقرة إلى اللائحة التي قبلها.
check-guess-label = تغير الرقم
check-guess-label-why = كان رقمه في المصدر «{$words}»، وصار يُرقم بحسب موضعه.
check-guess-unlabelled = صار مرقما
check-guess-unlabelled-why = لم يكن لهذا البند رقم في المصدر، وصار له رقم بحسب موضعه.
check-guess-agenda = جدول الأعمال في النص
check-guess-agenda-why = تذكر هذه الفقرة جدول الأعمال ({$how}).
check-guess-attendance = الحضور في النص
check-guess-attendance-why = تذكر هذه الفقرة من حضر ({$how}).
check-guess-deadline = أجل في النص
check-guess-deadline-why = تحدد هذه الفقرة أجلا ({$how}).
check-guess-next = الاجتماع المقبل في النص
check-guess-next-why = تعلن هذه الفقرة عن الاجتماع المقبل ({$how}).
check-guess-quotation = قول منقول
check-guess-quotation-why = يبدأ هنا قول منقول ({$how}). أكده، أو اجعله اقتباسا في فقرة.
check-guess-dateline = مكان في العنوان
check-guess-dateline-why = يُفتتح العنوان باسم مكان ({$how}).
check-source-kept = ما زال النص المستورد محفوظا
check-guess-matter = موضوع القرار: {$kind}
check-guess-matter-why = قُرئ من كلام الفقرة ({$how}): {$words}. أكده، أو غيّره من معطيات القرار.
check-guess-vote = التصويت: {$words}
check-guess-vote-why = قُرئت نتيجة التصويت من كلام الفقرة ({$how}). أكدها، أو غيّرها من معطيات القرار.
check-guess-roll = لائحة الحضور بصيغة أخرى
check-guess-roll-why = كُتب في المصدر «{$words}» (عدد المواضع: {$count}). تُكتب اللائحة الآن من الترويسة، والنص المصدر محفوظ كما جاء.
check-guess-column = عمود لم يُفهم
check-guess-column-why = جاء في جدول الحضور «{$words}» (عدد الأسطر: {$count})، ولا خانة له في الترويسة. هو محفوظ مع النص المصدر؛ انقل منه ما تحتاج إليه.
check-guess-repeated = تمهيد مكرر لجدول الأعمال
check-guess-repeated-why = شُطبت «{$words}» لأن عنوان جدول الأعمال يُكتب فوقه. احذفها أو أبقها.
check-source-kept-why = يبقى «{$name}» مع الوثيقة كاملا حتى تتحقق من أن شيئا منه لم يضع. استغن عنه متى راجعته.
finding-source-kept = ما زال النص المستورد «{$name}» محفوظا مع الوثيقة
guess-confirm = صحيح
guess-confirm-all = اعتماد كل ما هو {$how}
guess-plain = فقرة عادية
guess-decision = قرار
guess-intervention = مداخلة
guess-shallower = رفعه مستوى
guess-deeper = خفضه مستوى
guess-join = ضمه إلى ما قبله
guess-delete = حذف
guess-restore = إبقاء
guess-split = فصلهما
guess-leave = تركه بندا واحدا
guess-ends = تنتهي اللائحة هنا
guess-goes-on = هو بند منها
guess-quote = جعله اقتباسا
guess-dismiss = الاستغناء عنه
panel-source = المصدر
cmd-panel-source = لوحة النص المستورد
cmd-dismiss-source = الاستغناء عن النص المستورد
origin-none = لم تُستورد هذه الوثيقة، أو استُغني عن مصدرها.
origin-pasted = نص ملصق
why-not-imported = لا تحتفظ هذه الوثيقة بأي نص مستورد.
# إدراج في النص
cmd-insert = إدراج عند المؤشر
cmd-open-entry = فتح خانة الحقل في الترويسة
cmd-freeze = تحويل الحقل إلى كلمات ثابتة
cmd-freeze-all = تحويل حقول الفقرة إلى كلمات ثابتة
cmd-keep-phrase = حفظ كعبارة جاهزة
why-no-field = ضع المؤشر عند حقل من حقول النص
why-no-fields = لا حقول في هذه الفقرة
why-no-words = لا كلمات في هذه الفقرة
insert-hint = حقل أو عبارة أو شخص
insert-nothing = لا شيء بهذا الاسم
insert-fields = الحقول
insert-phrases = العبارات
insert-people = الأشخاص
insert-do = إدراج
insert-section = القسم الموالي
insert-form = صيغة أخرى
insert-forget = حذف العبارة
phrases-opening = افتتاح
phrases-context = سياق
phrases-recital = حيثية
phrases-enacting = اعتماد
phrases-intervention = مداخلة
phrases-decision = قرار
phrases-recommendation = توصية
phrases-closing = ختام
phrases-un = الأسلوب الأممي
toast-field-inserted = أُدرج الحقل في النص عند المؤشر
toast-no-entry = لا خانة لهذا الحقل في الترويسة
toast-nothing-to-freeze = لا قيمة لهذا الحقل بعد، فبقي كما هو
toast-frozen =
    { PLURAL($count) ->
        [one] صار الحقل كلمات ثابتة لا تتبع الترويسة
        [two] صار حقلان كلمات ثابتة لا تتبع الترويسة
        [few] صارت {$count} حقول كلمات ثابتة لا تتبع الترويسة
        [many] صار {$count} حقلا كلمات ثابتة لا تتبع الترويسة
       *[other] صار {$count} حقل كلمات ثابتة لا تتبع الترويسة
    }
toast-phrase-kept = حُفظت العبارة ضمن عباراتك
toast-phrase-forgotten = حُذفت العبارة ولن تُقترح بعد الآن
field-into-text = إدراج «{$name}» في النص
## The roster

roster-title = دفتر الأشخاص
cmd-sheet = لائحة الحضور والتوقيع
cmd-close-notice = إخفاء التنبيه
dialog-filter-tables = جداول CSV
roster-count =
    { PLURAL($count) ->
        [zero] لا أحد بعد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصا
       *[other] { $count } شخص
    }
roster-search = البحث بالاسم أو الصفة أو الهيئة
roster-empty = لا أحد في الدفتر بعد. أضف شخصا، أو ألصق جدولا من برنامج الجداول، أو احفظ لائحة حضور في الدفتر.
roster-none-found = لا يوجد من يوافق البحث.
roster-form-empty = اختر شخصا لتعديل معطياته، أو أضف شخصا جديدا.
roster-file = جدول من ملف…
roster-paste = لصق جدول
roster-clipboard = الحافظة
roster-chosen =
    { PLURAL($count) ->
        [zero] اختيار الكل
        [one] اختير شخص واحد
        [two] اختير شخصان
        [few] اختير { $count } أشخاص
        [many] اختير { $count } شخصا
       *[other] اختير { $count } شخص
    }
roster-nobody = اختر شخصا أولا
roster-join = إضافة إلى لائحة الحضور
roster-remove = حذف من الدفتر
roster-removed =
    { PLURAL($count) ->
        [zero] لم يُحذف أحد
        [one] حُذف شخص واحد من الدفتر
        [two] حُذف شخصان من الدفتر
        [few] حُذف { $count } أشخاص من الدفتر
        [many] حُذف { $count } شخصا من الدفتر
       *[other] حُذف { $count } شخص من الدفتر
    }
roster-undone = أُعيد الدفتر كما كان
roster-merged = دُمج الاسمان في شخص واحد
roster-imported =
    { PLURAL($count) ->
        [zero] لا جديد في الدفتر
        [one] أُدخل شخص واحد إلى الدفتر
        [two] أُدخل شخصان إلى الدفتر
        [few] أُدخل { $count } أشخاص إلى الدفتر
        [many] أُدخل { $count } شخصا إلى الدفتر
       *[other] أُدخل { $count } شخص إلى الدفتر
    }
roster-gender-unknown = الجنس غير محدد
roster-needs-name = لا بد من اسم
roster-aliases = كتابات أخرى للاسم
roster-hint-aliases = بنعبدالله؛ بنعبد الله
roster-alike = في الدفتر أيضا: { $name }
roster-merge = هو الشخص نفسه
roster-table-of = جدول من: { $name }
roster-table-note = تحقق مما سيدخل إلى الدفتر، واضغط Enter على السطر لتغير ما يُفعل به. لا يتغير شيء قبل أن تؤكد.
roster-no-names = لا عمود للأسماء في هذا الجدول: حدد العمود الذي فيه الأسماء. لم يتغير شيء في الدفتر.
roster-no-heads = لا أسماء للأعمدة في هذا الجدول: تحقق مما حُدد لكل عمود.
roster-converted = حُوِّل النص من ترميز { $name }.
roster-nameless =
    { PLURAL($count) ->
        [zero] لكل سطر اسم.
        [one] تُرك سطر واحد لا اسم فيه.
        [two] تُرك سطران لا اسم فيهما.
        [few] تُركت { $count } أسطر لا اسم فيها.
        [many] تُرك { $count } سطرا لا اسم فيها.
       *[other] تُرك { $count } سطر لا اسم فيها.
    }
roster-column = العمود { $number }
roster-is-new = جديد
roster-is-known = معروف، ولا جديد عنه
roster-is-richer = معروف، ويُضاف إليه ما جد
roster-is-like = يشبه «{ $name }»
roster-is-twice = مكرر: «{ $name }»
roster-same = الشخص نفسه
roster-other = شخص آخر
roster-is-skipped = لا يُدخل
roster-choose-new = إدخال شخص جديد
roster-choose-same = الشخص نفسه: «{ $name }»
roster-choose-skip = عدم الإدخال
roster-of-record = من لائحة الحضور إلى دفتر الأشخاص
roster-record-note = في الدفتر أسماء قريبة من بعض هذه الأسماء. اضغط Enter على السطر لتقول من هو. لا يتغير شيء قبل أن تؤكد.
roster-take =
    { PLURAL($count) ->
        [zero] لا شيء لإدخاله
        [one] إدخال شخص واحد
        [two] إدخال شخصين
        [few] إدخال { $count } أشخاص
        [many] إدخال { $count } شخصا
       *[other] إدخال { $count } شخص
    }
roster-nothing-new = كل من في الجدول معروف في الدفتر
roster-counts = جدد: { $new } · يُدمجون: { $joined } · معروفون: { $known }
table-empty = لا سطور في هذا الجدول. لم يتغير شيء في الدفتر.
table-too-many = في هذا الجدول أكثر من { $count } سطر. قسمه ثم أدخل كل جزء وحده. لم يتغير شيء في الدفتر.
table-no-text = هذا الملف ليس جدولا نصيا. احفظه من برنامج الجداول بصيغة CSV ثم أعد المحاولة. لم يتغير شيء في الدفتر.
column-none = يُترك
column-name = الاسم الكامل
column-given = الاسم الشخصي
column-family = الاسم العائلي
column-latin = الاسم بالحروف اللاتينية
column-title = اللقب الشرفي
column-gender = الجنس
column-role = الصفة
column-body = الهيئة
column-phone = الهاتف
column-identity = رقم البطاقة الوطنية
column-aliases = كتابات أخرى للاسم


## The panel of those present

panel-roll = المناداة
panel-invited = الدعوات
panel-all = الكل
panel-all-present = تسجيل الجميع حاضرين
panel-answers-count = تحويل الأجوبة إلى حضور
why-all-said = حُدد حضور الجميع
why-no-answers = لا جواب يُحوَّل إلى حضور
why-nobody-listed = لائحة الحضور فارغة
cmd-sort-name = ترتيب اللائحة حسب الاسم
cmd-sort-presence = ترتيب اللائحة حسب الحضور
answer-key-none = ؟
answer-key-invited = د
answer-key-confirmed = ك
answer-key-declined = ر
quorum-since = اكتمل على الساعة { $time } بعد التحاق متأخرين
quorum-takes = يُحسب من حضر عند الافتتاح ومن مُثل بتوكيل، دون الضيوف والمجموعات، ولا ينقصه من غادر قبل الختام.
quorum-late =
    { PLURAL($count) ->
        [zero] لا متأخر
        [one] التحق واحد بعد الافتتاح
        [two] التحق اثنان بعد الافتتاح
        [few] التحق { $count } بعد الافتتاح
        [many] التحق { $count } بعد الافتتاح
       *[other] التحق { $count } بعد الافتتاح
    }


## Findings about people

finding-genders-unknown = أشخاص آخرون في لائحة الحضور لم يُحدد جنسهم: {$count}
finding-holds-several = نيابة «{$name}» عن {$count} من الأعضاء
finding-proxy-away = نيابة «{$name}» عن عضو دون تسجيل الحضور
check-genders-unknown = الجنس غير محدد عند آخرين: {$count}
check-genders-unknown-why = بقيت صيغتهم مفتوحة على المذكر والمؤنث في لائحة الحضور. حدد الجنس بجانب كل اسم.
check-holds-several = نيابة «{$name}» عن {$count} من الأعضاء
check-holds-several-why = تحدد القوانين الأساسية لأغلب الهيئات توكيلا واحدا لكل عضو. تحقق من القاعدة المعمول بها.
check-proxy-away = نيابة «{$name}» عن عضو دون تسجيل الحضور
check-proxy-away-why = لا ينوب عن غيره إلا من حضر. سجل حضوره أو غيّر من ينوب.
finding-over-members = يفوق عدد الأعضاء الحاضرين ({$present}) عدد أعضاء الهيئة ({$members})
check-over-members = يفوق عدد الأعضاء الحاضرين ({$present}) عدد أعضاء الهيئة ({$members})
check-over-members-why = لا يُحسب النصاب بهذين العددين. صحح عدد الأعضاء، أو سجل من ليس عضوا ضيفا.
fix-members-listed = تحديد عدد الأعضاء كما في لائحة الحضور ({$listed})

## Find, replace, going to a place, counts

find-whole = كلمة كاملة
find-attached = مع السوابق
find-attached-why = للكلمات الكاملة وحدها
find-exact = الحروف كما هي
find-count = {$at} من {$count}
find-none = لا نتيجة
find-none-of = لا نتيجة للبحث عن «{$words}»
find-looking = يجري البحث…
find-with = الاستبدال بـ
find-with-hint = الاستبدال بـ…
find-replace = استبدال
find-replace-all = استبدال الكل
find-bound = لا تُستبدل هذه الكلمات في مكانها
find-live = كلمات حقل حي، تُكتب في خانته
find-made = كلمات يكتبها البرنامج
find-entry = فتح الخانة
find-go = الانتقال إليها
find-in = {$part}، {$name}:
find-people = الأشخاص
find-beside = معطيات الفقرة {$number}:
find-remark = تعليق مراجعة:
find-replaced =
    { PLURAL($count) ->
        [zero] لم يُستبدل شيء.
        [one] استُبدل موضع واحد.
        [two] استُبدل موضعان.
        [few] استُبدلت {$count} مواضع.
        [many] استُبدل {$count} موضعا.
       *[other] استُبدل {$count} موضع.
    }
find-unlisted = لا توجد «{$name}» في لائحة الجهات والأقاليم، فبقيت خانتها كما هي.
find-left =
    { PLURAL($count) ->
        [zero] لم يبق موضع.
        [one] وبقي موضع واحد في حقل حي أو معطيات لا تُغيَّر إلا من خانتها.
        [two] وبقي موضعان في حقول حية أو معطيات لا تُغيَّر إلا من خانتها.
        [few] وبقيت {$count} مواضع في حقول حية أو معطيات لا تُغيَّر إلا من خانتها.
        [many] وبقي {$count} موضعا في حقول حية أو معطيات لا تُغيَّر إلا من خانتها.
       *[other] وبقي {$count} موضع في حقول حية أو معطيات لا تُغيَّر إلا من خانتها.
    }
change-replacing = الاستبدال
region-find = البحث والاستبدال
cmd-goto = الانتقال إلى موضع
goto-field-hint = رقم، أو «توصية 3.2»، أو «صفحة 2»
goto-hint = اكتب رقم فقرة أو صفحة أو محور، أو «توصية 3.2»، أو «نقطة 4».
goto-paragraph = الفقرة {$number}
goto-page = الصفحة {$number}
goto-recommendation = التوصية {$number}
goto-axis = المحور {$number}
goto-agenda = النقطة {$number} من جدول الأعمال
goto-none = لا شيء في هذه الوثيقة رقمه {$number}.
goto-no-paragraph = لا فقرة بهذا الرقم. عدد الفقرات: {$count}.
goto-no-page = لا صفحة بهذا الرقم. عدد الصفحات: {$count}.
goto-no-recommendation = لا توصية بهذا الرقم. عدد التوصيات مع محاورها: {$count}.
goto-no-axis = لا محور بهذا الرقم. عدد المحاور: {$count}.
goto-no-agenda = لا نقطة بهذا الرقم. عدد نقط جدول الأعمال: {$count}.
cmd-counts = عدد الكلمات
counts-selected = المحدد
counts-words = الكلمات
counts-characters = الحروف مع المسافات
counts-letters = الحروف بدون مسافات
counts-paragraphs = الفقرات
counts-recommendations = التوصيات
counts-pages = الصفحات
status-words-of =
    { PLURAL($count) ->
        [zero] لا كلمات
        [one] {$some} من كلمة واحدة
        [two] {$some} من كلمتين
        [few] {$some} من {$count} كلمات
        [many] {$some} من {$count} كلمة
       *[other] {$some} من {$count} كلمة
    }
## Lists on the page
cmd-to-items = تحويل إلى بنود
cmd-to-paragraphs = تحويل إلى فقرات
cmd-split-items = فصل البنود المجموعة في سطر
cmd-remove-items = حذف الفقرات المختارة وما تحتها
why-not-fused = لا توجد هنا بنود مجموعة
handle-carry = اسحب لنقل الفقرة وما تحتها
handle-carried = { PLURAL($count) ->
    [one] فقرة واحدة
    [two] فقرتان
    [few] {$count} فقرات
    [many] {$count} فقرة
   *[other] {$count} فقرة
}
detail-mixed = قيم مختلفة
detail-several = { PLURAL($count) ->
    [two] يسري ما تكتبه هنا على التوصيتين المختارتين
    [few] يسري ما تكتبه هنا على {$count} توصيات مختارة
   *[other] يسري ما تكتبه هنا على {$count} توصية مختارة
}
toast-follow-up-gone = { PLURAL($count) ->
    [one] حُذفت معطيات تتبع توصية واحدة، ويعيدها التراجع (Ctrl Z)
    [two] حُذفت معطيات تتبع توصيتين، ويعيدها التراجع (Ctrl Z)
    [few] حُذفت معطيات تتبع {$count} توصيات، ويعيدها التراجع (Ctrl Z)
   *[other] حُذفت معطيات تتبع {$count} توصية، ويعيدها التراجع (Ctrl Z)
}
menu-labels-axis = ترقيم المحاور
menu-labels-section = ترقيم الأقسام
menu-labels-item = ترقيم البنود
menu-labels-subitem = ترقيم البنود الفرعية
finding-fused = تجمع هذه التوصية بنودا مرقمة
finding-fused-split = فصلها
check-fused = تجمع هذه التوصية بنودا مرقمة
check-fused-why = كل بند مرقم توصية تُتبع وحدها. يبقى ما قبل أول رقم في مكانه، ويصير كل رقم بندا.

## The live session

live-back = العودة إلى النص
live-send = نقل الملاحظات إلى النص
live-send-one = نقلها إلى النص
why-no-notes = لا ملاحظات تُنقل
live-queue = لائحة المتدخلين
live-queue-add = إضافة متدخل
live-queue-next = المتدخل الموالي
live-queue-whom = اسم من طلب الكلمة
live-queue-remove = حذف «{ $name }» من لائحة المتدخلين
live-queue-more =
    { PLURAL($count) ->
        [zero] لا أحد غيرهم
        [one] ومتدخل آخر
        [two] ومتدخلان آخران
        [few] و{ $count } متدخلين آخرين
        [many] و{ $count } متدخلا آخر
       *[other] و{ $count } متدخل آخر
    }
live-speaks = الكلمة الآن: { $name }
live-waits = { $number }. { $name }: إعطاء الكلمة
live-item = النقطة الجارية
live-item-next = النقطة الموالية
live-item-previous = النقطة السابقة
live-decision = قرار
live-task = مهمة
live-quote = اقتباس
live-mark-decision = جعل الملاحظة قرارا
live-mark-task = جعل الملاحظة مهمة
live-mark-quote = جعل الملاحظة اقتباسا
live-mark-none = إزالة علامة الملاحظة
live-turn = الانتقال بين السطر والمناداة
live-turn-short = انتقال
live-keep = حفظ
live-line = ملاحظة جديدة
live-line-of = ملاحظة: { $name }
live-hint = اكتب ما يُقال، أو الاسم العائلي لمن يتكلم
live-several = مجموعة
live-cancel = إلغاء
live-remove = حذف الملاحظة
live-correcting = تصحيح ملاحظة { $time }
live-empty = لم تُدوَّن أي ملاحظة بعد
live-empty-about = اكتب في السطر أسفله ثم اضغط Enter: تُحفظ الملاحظة بوقتها، في المحضر فقط
live-roll-mark = { $name }: تسجيل { $presence }
live-roll-opens = بطاقة الاسم
live-roll-adds = إضافة الاسم إلى الحاضرين
live-roll-leaves = عودة إلى الاسم
live-present =
    { PLURAL($count) ->
        [zero] لا حاضر
        [one] حاضر واحد
        [two] حاضران
        [few] { $count } حاضرين
        [many] { $count } حاضرا
       *[other] { $count } حاضر
    }
live-excused = { $count } بعذر
live-absent = { $count } بدون عذر
live-noted =
    { PLURAL($count) ->
        [zero] لا ملاحظات مدونة
        [one] ملاحظة مدونة
        [two] ملاحظتان مدونتان
        [few] { $count } ملاحظات مدونة
        [many] { $count } ملاحظة مدونة
       *[other] { $count } ملاحظة مدونة
    }
live-sent =
    { PLURAL($count) ->
        [zero] لم تُنقل أي ملاحظة
        [one] نُقلت ملاحظة واحدة إلى النص. للتراجع: Ctrl Z
        [two] نُقلت ملاحظتان إلى النص. للتراجع: Ctrl Z
        [few] نُقلت { $count } ملاحظات إلى النص. للتراجع: Ctrl Z
        [many] نُقلت { $count } ملاحظة إلى النص. للتراجع: Ctrl Z
       *[other] نُقلت { $count } ملاحظة إلى النص. للتراجع: Ctrl Z
    }
detail-verb = الفعل
detail-verb-none = بدون فعل


## Findings about votes

finding-vote-over = يفوق مجموع الأصوات ({$sum}) عدد الحاضرين ({$present})
finding-vote-under = يقل مجموع الأصوات ({$sum}) عن عدد الحاضرين ({$present})
finding-vote-differs = يخالف التصويت في النص ({$said}) التصويت المسجل ({$kept})
check-vote-over = يفوق مجموع الأصوات ({$sum}) عدد الحاضرين ({$present})
check-vote-over-why = لا يصوت إلا من حضر أو من مُثل بتوكيل. راجع عدد الأصوات أو لائحة الحضور.
check-vote-under = يقل مجموع الأصوات ({$sum}) عن عدد الحاضرين ({$present})
check-vote-under-why = يُعد ممتنعا في الغالب من حضر ولم يصوت، إلا إذا كان قد غادر قبل التصويت.
check-vote-differs = يخالف التصويت في النص ({$said}) التصويت المسجل ({$kept})
check-vote-differs-why = لا تُطبع صيغتان لتصويت واحد. خذ بما في النص أو صحح عبارته.
fix-vote-abstained = عدّ الباقي ممتنعا ({$rest})
fix-vote-said = تسجيل ما في النص: {$said}
vote-counted = {$yes} مع، {$no} ضد، {$abstained} امتناع
## The next meeting
home-next-title-session = الدورة المقبلة {$body}
home-next-title-gathering = اللقاء المقبل {$body}
home-next-title-congress = المؤتمر المقبل {$body}
home-next-title-assembly = الجمع العام المقبل {$body}
home-next-title-meeting = الاجتماع المقبل {$body}
home-next-unset = لم يُحدد التاريخ بعد
home-next-carries = يُرحَّل إليه: {$what}
home-next-items =
    { PLURAL($count) ->
        [zero] لا نقط
        [one] نقطة من جدول الأعمال
        [two] نقطتان من جدول الأعمال
        [few] {$count} نقط من جدول الأعمال
        [many] {$count} نقطة من جدول الأعمال
       *[other] {$count} نقطة من جدول الأعمال
    }
home-next-recommendations =
    { PLURAL($count) ->
        [zero] لا توصيات
        [one] توصية لم تُنجز بعد
        [two] توصيتان لم تُنجزا بعد
        [few] {$count} توصيات لم تُنجز بعد
        [many] {$count} توصية لم تُنجز بعد
       *[other] {$count} توصية لم تُنجز بعد
    }
next-made = هذا ملف الاجتماع المقبل، ولم يُحفظ بعد.
next-invited =
    { PLURAL($count) ->
        [zero] لا مدعوين
        [one] شخص واحد يُدعى
        [two] شخصان يُدعيان
        [few] {$count} أشخاص يُدعون
        [many] {$count} شخصا يُدعون
       *[other] {$count} شخص يُدعون
    }
next-let-go = تراجع عن التحضير
why-no-meeting = لا ملف سابق يُحضَّر منه الاجتماع المقبل

## Bodies
bodies-title = هيئاتنا
bodies-empty = لا هيئات بعد. أدخل هيئتك مرة واحدة، فتبدأ كل وثيقة جديدة برأس ورقتها وموقعيها.
bodies-add = هيئة جديدة
bodies-of-record = من الوثيقة المفتوحة
bodies-import = استيراد هيئة
bodies-unnamed = هيئة بلا اسم
bodies-needs-name = اكتب اسم الهيئة أولا
bodies-signatories = الموقعون، واحد في كل سطر
bodies-hint-signatories = السيدة نعيمة السوسي، الكاتبة الجهوية
bodies-logo-label = الشعار
bodies-logo = اختيار شعار
bodies-logo-remove = إزالة الشعار
bodies-last-number = آخر رقم صادر سنة {$year}
bodies-next-number = الموالي {$number}
bodies-number-note = يتقدم بواحد كلما أُدرج رقم في وثيقة لهذه الهيئة.
bodies-dress = إسناد الوثيقة إليها
bodies-choose = للوثائق الجديدة
bodies-is-chosen = الوثائق الجديدة لهذه الهيئة
bodies-share = تصدير إلى ملف
bodies-remove = حذف
bodies-removed = حُذفت الهيئة «{$name}».
bodies-undone = أُعيدت الهيئة كما كانت.
bodies-dressed = أُسندت الوثيقة إلى الهيئة «{$name}».
bodies-shared = كُتبت الهيئة «{$name}» وشعارها ونماذجها في ملف واحد.
bodies-imported = أُضيفت الهيئة «{$name}».
bodies-brought = جاء في ملفها: {$what}.
bodies-brought-logo = شعار
bodies-brought-signatories = { PLURAL($count) ->
    [one] موقع واحد
    [two] موقعان
    [few] {$count} موقعين
    [many] {$count} موقعا
   *[other] {$count} موقع
}
bodies-brought-templates = { PLURAL($count) ->
    [one] نموذج واحد
    [two] نموذجان
    [few] {$count} نماذج
    [many] {$count} نموذجا
   *[other] {$count} نموذج
}
bodies-merged = حُيّنت الهيئة «{$name}» مما في الملف.
bodies-not-one = ليس الملف «{$path}» ملف هيئة. لم يتغير شيء. اطلب ملفا ينتهي اسمه بـ mahdar-body.
cmd-dress = إسناد الوثيقة إلى الهيئة: {$name}
cmd-take-number = إدراج رقم الصادر الموالي
why-no-body = ليست للوثيقة هيئة من هيئاتك
number-take = إدراج {$number}
fix-take-number = إدراج {$number}
number-taken = أُدرج رقم الصادر {$number}.
number-there = لهذا النص رقم صادر من قبل: {$number}.
number-twice = رقم الصادر {$number} مستعمل في وثيقة أخرى لهذه الهيئة: {$title}.
logo-missing = لم يُعثر على الشعار «{$name}» بجانب الوثيقة ولا ضمن هيئاتك. تُطبع الوثيقة بدونه.
picture-not-one = ليس الملف «{$path}» صورة PNG أو JPEG صالحة. بقي الشعار كما كان. اختر صورة أخرى.
picture-too-large = حجم الصورة «{$path}» أكبر من 1 ميغابايت. بقي الشعار كما كان. اختر صورة أصغر.
dialog-filter-pictures = صور

## Templates edited
cmd-edit-template = تعديل نموذج هذه الوثيقة
why-no-template = لم تُنشأ الوثيقة من نموذج
template-opened = هذا نموذجك «{$name}». يبدأ منه ما تُنشئه بعد حفظه.
template-saved = حُفظ النموذج «{$name}».

## Publishing
publish-channels = القنوات
publish-files = الملفات
publish-to-whatsapp = واتساب
publish-to-whatsapp-about = رسالة واحدة
publish-to-facebook = فيسبوك
publish-to-facebook-about = منشور بدون علامات
publish-to-site = موقع الهيئة
publish-to-site-about = عنوان وفقرات
publish-to-press = الصحافة
publish-to-press-about = بلاغ صحفي DOCX
publish-to-pdf = PDF للتوقيع
publish-to-pdf-about = للطباعة والحفظ
publish-to-review-pdf = PDF للمراجعة
publish-to-review-pdf-about = فقرات مرقمة للهاتف
publish-to-docx = DOCX
publish-to-docx-about = لمعالج Word
publish-to-odt = ODT
publish-to-odt-about = لمعالج LibreOffice
publish-to-txt = نص خالص
publish-to-txt-about = UTF-8
publish-to-md = Markdown
publish-to-md-about = للمواقع والأرشيف
publish-to-html = HTML
publish-to-html-about = صفحة كاملة للطباعة
publish-to-ron = وثيقة للعموم
publish-to-ron-about = لمن له البرنامج
publish-to-folder = مجلد النشر
publish-as-pasted = النص كما سيُلصق في {$channel}
publish-as-written = النص كما سيُكتب في ملف {$channel}
publish-as-printed = الصفحات كما ستُطبع
publish-as-opened = للاطلاع: قد تختلف الأسطر في {$program}
publish-box-rtl = خانة من اليمين
publish-box-rtl-about = {$channel} بالعربية
publish-box-ltr = خانة من اليسار
publish-box-ltr-about = حاسوب بالفرنسية
publish-short = مختصر
publish-full = كامل
publish-clean-copy = كما يُنشر
publish-review-copy = مع التعليقات والاقتراحات
publish-letters =
    { PLURAL($count) ->
        [zero] لا حروف
        [one] حرف واحد
        [two] حرفان
        [few] {$count} حروف
        [many] {$count} حرفا
       *[other] {$count} حرف
    }
publish-pages =
    { PLURAL($count) ->
        [zero] لا صفحات
        [one] صفحة واحدة
        [two] صفحتان
        [few] {$count} صفحات
        [many] {$count} صفحة
       *[other] {$count} صفحة
    }
publish-limit = الحد {$most}
publish-shown-first = يظهر أولا نحو {$count}
publish-copy = نسخ النص
publish-save = حفظ كملف
publish-past = ما نُشر سابقا
publish-warnings = قبل النشر
publish-before = قبل النشر
publish-folder = مجلد النشر
publish-print = طباعة
publish-note = تسجيل النشر
publish-making = يجري إعداد النص…
publish-file-making = يجري إعداد الملف…
publish-folder-button = مجلد النشر
publish-folder-making = يجري إعداد مجلد النشر…
publish-print-making = يجري إعداد الصفحات للطباعة…
publish-nothing = لم يُعدّ هذا النص
publish-not-ready = النص قيد الإعداد
publish-stopped = أُوقف الإعداد ولم يُكتب شيء.
publish-empty = لا عنوان ولا فقرة في هذا النص. اكتب شيئا منه أولا، أو اختر نصا آخر من أعلى النافذة.
publish-letter = حرف لا يُطبع: {$letter}
publish-letter-body = لا يوجد في أي من الخطوط، فلا تُعد الصفحات، ووثيقتك كما هي. غيّره في الفقرة «{$what}»، أو اختر قناة أخرى.
publish-letter-head = لا يوجد في أي من الخطوط، فلا تُعد الصفحات، ووثيقتك كما هي. ابحث عنه في معطيات الاجتماع والأشخاص، أو اختر قناة أخرى.
publish-letter-failed = تعذر إعداد الصفحات: الحرف «{$letter}» لا يوجد في أي من الخطوط. لم يُكتب شيء ووثيقتك كما هي. غيّر الحرف أو اختر قناة أخرى.
publish-letter-missing = فيه الحرف «{$letter}» ولا يوجد في أي من الخطوط
publish-unread = صورة لا تُطبع: {$name}
publish-unread-body = لا تُعد الصفحات وفيها هذه الصورة، ووثيقتك كما هي. احفظ الصورة من جديد بصيغة PNG أو JPEG بألوان الشاشة، أو اختر قناة أخرى.
publish-unread-logo = لا تُعد الصفحات وفيها هذا الشعار، ووثيقتك كما هي. احفظه من جديد بصيغة PNG أو JPEG بألوان الشاشة، أو اختر قناة أخرى.
publish-unread-failed = تعذر إعداد الصفحات: الصورة «{$name}» لا تُطبع كما هي. لم يُكتب شيء ووثيقتك كما هي. احفظها من جديد بصيغة PNG أو JPEG بألوان الشاشة، أو اختر قناة أخرى.
publish-unread-missing = فيه الصورة «{$name}» ولا تُطبع كما هي
publish-failed = تعذر إعداد هذا النص: {$detail}. وثيقتك كما هي. اختر قناة أو صيغة أخرى.
publish-no-thread = تعذر بدء الإعداد لأن الجهاز مشغول. وثيقتك كما هي. أعد المحاولة بعد قليل.
publish-copied = نُسخ نص {$channel} كما هو معروض، وبقي الملف كما كان
publish-noted = سُجل النشر: {$output}، {$channel}. وبقي الملف كما كان
publish-note-title = تسجيل النشر: {$output}، {$channel}
publish-note-link = رابط النص المنشور، إن كان له رابط
publish-note-wrong = ليس هذا رابطا. انسخه كاملا من المتصفح، أو أفرغ الخانة لتسجيل النشر بدون رابط.
publish-note-do = تسجيل
publish-link-open = فتح الرابط
publish-link-copy = نسخ الرابط
publish-link-copied = نُسخ الرابط
publish-printed = أُرسل النص إلى الطابعة، وبقي الملف كما كان
publish-viewed = فُتح ملف PDF في عارضه: اطبعه منه
publish-no-printer = لم يُعثر على طابعة ولا على برنامج يفتح PDF. لم يُطبع شيء. احفظ النص كملف PDF وانقله إلى جهاز له طابعة.
publish-print-again = إعادة الطباعة
publish-row-copied = نُسخ {$at}
publish-row-saved = حُفظ {$at}
publish-row-printed = طُبع {$at}
publish-row-noted = نُشر {$at}
publish-way-copied = نسخ: {$output}، {$channel}
publish-way-saved = حفظ كملف: {$output}، {$channel}
publish-way-folder = كتابة في مجلد النشر: {$output}
publish-way-printed = طباعة: {$output}، {$channel}
publish-way-noted = نشر: {$output}، {$channel}
publish-past-none = لم يُنسخ من هذه الوثيقة شيء بعد ولم يُحفظ. يُذكر هنا كل ما يخرج منها بوقته ومكانه.
publish-past-place = {$when}، {$place}
publish-quoted = «{$words}»
publish-comma = {"، "}
publish-long = النص أطول مما تقبله القناة
publish-long-body = أقصى ما يقبله نص {$channel}: {$most} من الحروف، وفي النص {$count}. اختر النص المختصر أو احذف بعض الفقرات.
publish-embargo = لم يحن وقت النشر
publish-embargo-body = يُحظر نشر هذا النص قبل {$at}.
publish-internal = {$output} نص داخلي
publish-internal-body = تُحذف منه هنا فقرات المحضر وأسباب الغياب، لكنه كُتب لأعضاء الهيئة. الأغلب أن تختار البلاغ من أعلى النافذة.
publish-no-date = تاريخ الاجتماع غير مُدخل
publish-no-date-body = لن يعرف القارئ متى انعقد الاجتماع. أدخل التاريخ في الترويسة.
publish-no-number = رقم الصادر غير مُدخل
publish-no-number-body = يخرج النص بدون سطر الرقم. أدخله في الترويسة إن كانت هيئتك ترقم ما يصدر عنها.
publish-review = نسخة داخلية للمراجعة
publish-review-body = تخرج معها التعليقات والاقتراحات وأسماء أصحابها وفقرات المحضر. أرسلها إلى أعضاء الهيئة وحدهم.
publish-draft-body = لم يُصادق على هذا النص بعد. تحمل صفحاته كلمة «مسودة»، أما النص المنسوخ فلا يقول ذلك.
publish-lines = قد تختلف الأسطر في {$program}
publish-lines-body = كلمات الملف وأرقامه وجداوله هي المعروضة، لكن {$program} يقسم أسطره وصفحاته بنفسه. لصفحات لا تتغير أرسل PDF.
publish-remarks =
    { PLURAL($count) ->
        [zero] لا تعليقات مفتوحة
        [one] تعليق واحد مفتوح
        [two] تعليقان مفتوحان
        [few] {$count} تعليقات مفتوحة
        [many] {$count} تعليقا مفتوحا
       *[other] {$count} تعليق مفتوح
    }
publish-remarks-body = لا تخرج التعليقات مع النص، لكن أصحابها ينتظرون جوابا.
publish-suggestions =
    { PLURAL($count) ->
        [zero] لا اقتراحات معلقة
        [one] اقتراح واحد معلق
        [two] اقتراحان معلقان
        [few] {$count} اقتراحات معلقة
        [many] {$count} اقتراحا معلقا
       *[other] {$count} اقتراح معلق
    }
publish-suggestions-body = يخرج النص كأنها قُبلت كلها. راجعها قبل النشر.
publish-picture = لم توجد الصورة «{$name}»
publish-picture-body = ضعها بجانب ملف الوثيقة بهذا الاسم، بصيغة PNG أو JPEG. يخرج النص بدونها.
publish-picture-large = الصورة «{$name}» كبيرة جدا
publish-picture-large-body = هي أكبر من 32 ميغابايت، ويخرج النص بدونها. صغّرها أولا.
publish-picture-broken = الصورة «{$name}» ناقصة
publish-picture-broken-body = ملفها ناقص أو ليس PNG ولا JPEG، ويخرج النص بدونها. احفظها من جديد بإحدى الصيغتين.
publish-picture-press = الصورة «{$name}» بألوان الطباعة
publish-picture-press-body = لا تقبل هذه الصيغة ألوان CMYK، ويخرج النص بدون الصورة. احفظها بألوان الشاشة.
publish-picture-odd = لا تقرأ هذه الصيغة الصورة «{$name}»
publish-picture-odd-body = كُتب ملفها على وجه لا تقبله PDF، ويخرج النص بدونها. احفظها من جديد بصيغة PNG.
publish-unresolved-body = يظهر مكانه اسم الحقل بين معقوفتين. املأ الترويسة أو احذف الحقل.
publish-open-body = تُكتب الصيغتان معا، مثل «السيد(ة)». حدد الجنس في الترويسة أو في لائحة الحضور.
publish-ends = النقطة الختامية في الخانة اليسرى
publish-ends-body = يراها في أول السطر من كانت واجهته بالفرنسية. تثبتها علامة خفية لا تُرى.
publish-ends-hold = تثبيتها بعلامة خفية
publish-ends-leave = تركها
publish-ends-held = النقطة الختامية مثبتة
publish-ends-held-body = تُنسخ بعد آخر كل سطر علامة لا تُرى. لا تُكتب في ملفات النص الخالص.
publish-ends-loosen = نسخ النص بدونها
publish-left-out =
    { PLURAL($count) ->
        [zero] لم تُحجب أي فقرة
        [one] حُجبت فقرة واحدة
        [two] حُجبت فقرتان
        [few] حُجبت {$count} فقرات
        [many] حُجبت {$count} فقرة
       *[other] حُجبت {$count} فقرة
    }
publish-left-out-body = للمحضر فقط، ولم تُنقل إلى هذه القناة: {$what}.
publish-left-out-more = للمحضر فقط، ولم تُنقل إلى هذه القناة: {$what}، وغيرها.
publish-clean = لا أرقام هاتف ولا تعليقات
publish-clean-body = روجع النص المنسوخ لا الملف.
publish-clean-file = روجع ما في الملف نفسه، بكل أجزائه.
publish-phone = رقم هاتف في النص
publish-phone-body = رقم {$what} مكتوب في ما سيُنشر. احذفه من النص إن لم يكن مقصودا.
publish-identity = رقم بطاقة في النص
publish-identity-body = رقم بطاقة {$what} مكتوب في ما سيُنشر. احذفه من النص.
publish-remark-out = تعليق في النص
publish-remark-out-body = كلمات هذا التعليق مكتوبة في ما سيُنشر: {$what}.
publish-file-text = {$name}
publish-file-short = {$name} - مختصر للشبكات
publish-file-long = {$name} - كامل للشبكات
publish-file-photos = الصور
publish-file-captions = تعليقات الصور
publish-file-log = سجل النشر
publish-file-public = {$name} - نسخة للعموم
publish-photo-missing = لم توجد بجانب الوثيقة
publish-photo-large = أكبر من 32 ميغابايت
publish-photo-broken = ملفها ناقص، أو ليس PNG ولا JPEG
publish-folder-done = كُتب مجلد النشر في {$place}. وثيقتك كما هي.
publish-folder-missing = لم يدخله: {$what}.
publish-folder-kept = بقيت فيه النسخة السابقة من: {$what}.
publish-folder-taken = أُزيل منه ما لم يعد يُنشر: {$what}.
publish-folder-there = مجلد النشر «{$name}» موجود من قبل.
publish-folder-there-about = يستبدل التحيين ملفات النص فيه، ويضيف سطرا إلى السجل، ويترك ما عداها.
publish-folder-update = تحيينه
publish-folder-new = مجلد جديد
# What a text goes out with or without
loss-no-date = لم يُدخل تاريخ الاجتماع
loss-remarks = { PLURAL($count) ->
    [one] بقي تعليق مفتوح
    [two] بقي تعليقان مفتوحان
    [few] بقيت {$count} تعليقات مفتوحة
    [many] بقي {$count} تعليقا مفتوحا
   *[other] بقي {$count} تعليق مفتوح
    }
loss-suggestions = { PLURAL($count) ->
    [one] لم يُبَت في اقتراح تعديل واحد: صُدِّر النص كأن الاقتراح مقبول
    [two] لم يُبَت في اقتراحي تعديل: صُدِّر النص كأن الاقتراحين مقبولان
    [few] لم يُبَت في {$count} اقتراحات تعديل: صُدِّر النص كأن الاقتراحات مقبولة
    [many] لم يُبَت في {$count} اقتراحا: صُدِّر النص كأن الاقتراحات مقبولة
   *[other] لم يُبَت في {$count} اقتراح: صُدِّر النص كأن الاقتراحات مقبولة
    }
loss-embargo = لا يُنشر هذا النص قبل {$when} على الساعة {$time}
loss-picture = لم يُعثر على الصورة «{$name}» بجانب الملف أو تعذرت قراءتها، فصُدِّر النص دونها. ضع بجانب الملف صورة PNG أو JPEG بهذا الاسم.
loss-picture-large = الصورة «{$name}» أكبر من 32 ميغابايت، فصُدِّر النص دونها. صغّرها ثم أعد التصدير.
loss-picture-broken = الصورة «{$name}» ناقصة أو ليست PNG ولا JPEG، فصُدِّر النص دونها. احفظها من جديد بإحدى الصيغتين.
loss-picture-press = الصورة «{$name}» بألوان الطباعة (CMYK) التي لا تقبلها هذه الصيغة، فصُدِّر النص دونها. احفظها بألوان الشاشة.
loss-picture-odd = ملف الصورة «{$name}» مكتوب على وجه لا تقبله هذه الصيغة، فصُدِّر النص دونها. احفظها من جديد بصيغة PNG.
loss-too-long = النص أطول مما تقبله القناة: عدد الحروف {$length}، والحد {$limit}. اختر نصا أقصر، مثل «نص قصير».
cli-length = الطول: { PLURAL($length) ->
    [one] حرف واحد
    [two] حرفان
    [few] {$length} حروف
    [many] {$length} حرفا
   *[other] {$length} حرف
    }، { PLURAL($count) ->
    [one] كلمة واحدة
    [two] كلمتان
    [few] {$count} كلمات
    [many] {$count} كلمة
   *[other] {$count} كلمة
    }
## Templates of one's own
cmd-import-template = استيراد نموذج
cmd-share-template = تصدير هذا النموذج
cmd-name-template = تغيير اسم هذا النموذج
cmd-about-template = وصف هذا النموذج
cmd-duplicate-template = إنشاء نسخة من هذا النموذج
cmd-prompt = نص الإرشاد في هذه الفقرة
template-more = المزيد عن النموذج «{$name}»
template-edit = تعديل
template-rename = تغيير الاسم
template-describe = الوصف
template-duplicate = إنشاء نسخة
template-share = تصدير
template-remove = حذف
template-about = وصف النموذج
template-prompt = نص الإرشاد
template-ask-about = ما الذي يصلح له النموذج؟
template-ask-prompt = ماذا يُكتب في هذه الفقرة؟
template-about-name = يبقى ملفه ومعرفه كما هما، وتبقى صلة الوثائق التي أُنشئت منه.
template-about-about = يظهر الوصف تحت اسم النموذج في الصفحة الرئيسية. ويمكن تركه فارغا.
template-about-prompt = يظهر باهتا في الفقرة ما دامت فارغة، ولا يُطبع.
template-removed = حُذف النموذج «{$name}».
template-duplicated = أُنشئت نسخة باسم «{$name}».
template-imported = أُضيف النموذج «{$name}» إلى نماذجك.
template-known = النموذج «{$name}» بين نماذجك من قبل. لم يتغير شيء.
template-shared = صُدر النموذج «{$name}».
template-undone = أُعيدت النماذج كما كانت
template-is-open = النموذج «{$name}» مفتوح، فلم يُحذف. أغلقه ثم أعد المحاولة.
template-no-block = ضع المؤشر في فقرة من النص أولا
template-not-one = ليس هذا الملف نموذجا صالحا: {$detail}. لم يتغير شيء من نماذجك.
template-newer = أُنشئ هذا النموذج بإصدار أحدث من البرنامج: {$detail}. لم يتغير شيء من نماذجك.
why-not-a-template = ليست هذه الوثيقة نموذجا من نماذجك
