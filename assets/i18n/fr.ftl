### The interface in French. Every message is in all three files, with the same variables.
### Signs keep their spaces: U+00A0 before : and inside « », U+202F before ; ? ! and %. The apostrophe is ’ (U+2019).
### A test refuses what a keyboard gives instead; copy from here: « », « :», « ;», « ?», « !», « %».

## Window and status bar

app-name = Mahdar
language-name = Français
window-title = {$name} — Mahdar
window-title-unsaved = {$name} • non enregistré — Mahdar
document-untitled = Sans titre
status-saved = Enregistré à {$time}
status-saved-never = Jamais enregistré
status-unsaved = Modifications non enregistrées
status-saving = Enregistrement…
status-save-failed = Échec de l’enregistrement
status-read-only = Lecture seule
status-zoom = {$percent} %
status-undo = Annuler : {$name}
status-redo = Rétablir : {$name}
status-keyboard = Clavier : {$name}
status-words =
    { $count ->
        [0] Aucun mot
        [one] {$count} mot
       *[other] {$count} mots
    }
status-findings =
    { $count ->
        [0] Aucune remarque
        [one] {$count} remarque
       *[other] {$count} remarques
    }
status-characters =
    { $count ->
        [0] Aucun caractère
        [one] {$count} caractère
       *[other] {$count} caractères
    }
status-pages =
    { $count ->
        [0] Aucune page
        [one] {$count} page
       *[other] {$count} pages
    }
status-attendees =
    { $count ->
        [0] Aucun présent
        [one] {$count} présent
       *[other] {$count} présents
    }
status-recommendations =
    { $count ->
        [0] Aucune recommandation
        [one] {$count} recommandation
       *[other] {$count} recommandations
    }
status-unresolved =
    { $count ->
        [0] Tous les champs sont remplis
        [one] {$count} champ à remplir
       *[other] {$count} champs à remplir
    }
status-ready = Prêt

## Menus and commands

menu-file = Fichier
menu-edit = Édition
menu-view = Affichage
menu-insert = Insertion
menu-format = Format
menu-tools = Outils
menu-help = Aide
cmd-new = Nouveau document
cmd-new-from-template = Nouveau à partir d’un modèle
cmd-open = Ouvrir
cmd-save = Enregistrer
cmd-save-as = Enregistrer sous
cmd-import = Importer
cmd-export = Exporter
cmd-print = Imprimer
cmd-preview = Aperçu avant impression
cmd-undo = Annuler
cmd-redo = Rétablir
cmd-cut = Couper
cmd-copy = Copier
cmd-paste = Coller
cmd-paste-clean = Coller et nettoyer
cmd-find = Rechercher
cmd-replace = Remplacer
cmd-select-all = Tout sélectionner
cmd-delete = Supprimer
cmd-add = Ajouter
cmd-move-up = Monter
cmd-move-down = Descendre
cmd-promote = Hausser d’un niveau
cmd-demote = Abaisser d’un niveau
cmd-cancel = Annuler
cmd-confirm = Confirmer
cmd-close = Fermer
cmd-settings = Paramètres
cmd-check = Vérifier le document
cmd-spell = Vérification orthographique
cmd-add-to-dict = Ajouter au dictionnaire
cmd-ignore = Ignorer
cmd-archive = Archiver
cmd-history = Historique
cmd-next-meeting = Préparer la prochaine réunion
cmd-send-review = Envoyer pour relecture
cmd-publish = Publier
cmd-live = Séance en direct
cmd-reopen = Recharger depuis le disque
cmd-save-copy = Enregistrer une copie
cmd-copy-text = Copier tout le texte
cmd-copy-for-channel = Copier pour {$channel}
cmd-export-to = Exporter en {$format}
cmd-paste-plain = Coller sans mise en forme
cmd-find-next = Résultat suivant
cmd-find-previous = Résultat précédent
cmd-bold = Gras
cmd-italic = Italique
cmd-underline = Souligné
cmd-strike = Barré
cmd-colour-accent = Texte en couleur d’accent
cmd-colour-red = Texte en rouge
cmd-colour-grey = Texte en gris
menu-colour = Couleur du texte
colour-accent = Accent
colour-red = Rouge
colour-grey = Gris
cmd-highlight = Surligner
cmd-insert-block = Insérer un paragraphe
cmd-insert-field = Insérer un champ
cmd-insert-phrase = Insérer une formule
cmd-change-kind = Changer la nature du paragraphe
cmd-change-audience = Choisir qui lit le paragraphe
cmd-delete-block = Supprimer le paragraphe
cmd-duplicate-block = Dupliquer le paragraphe
cmd-split = Scinder le paragraphe
cmd-join = Fusionner avec le précédent
cmd-edit-header = Modifier l’en-tête
cmd-edit-attendance = Modifier les présences
cmd-zoom-in = Zoom avant
cmd-zoom-out = Zoom arrière
cmd-zoom-reset = Taille réelle
cmd-toggle-rail = Afficher ou masquer les parties
cmd-toggle-panel = Afficher ou masquer le panneau
cmd-home = Accueil
cmd-about = À propos de Mahdar
cmd-guide = Guide d’utilisation
cmd-shortcuts = Raccourcis clavier
cmd-quit = Quitter
cmd-back = Retour
cmd-retry = Réessayer
cmd-next-tab = Document suivant
cmd-previous-tab = Document précédent
cmd-fix = Corriger
cmd-fix-all = Tout corriger
cmd-show = Montrer dans le texte
cmd-type = Saisie
cmd-erase = Effacement
cmd-set-field = Modification de l’en-tête

## Glossary

doc-communique = Communiqué
doc-press = Communiqué de presse
doc-statement = Déclaration
doc-final-communique = Déclaration finale
doc-minutes = Procès-verbal de réunion
doc-report = Rapport
doc-news = Article d’actualité
doc-recommendations = Recommandations
doc-decision = Décision / résolution
doc-invitation = Convocation
doc-circular = Note circulaire
doc-attendance = Feuille d’émargement
doc-agenda = Ordre du jour
doc-letter = Lettre
doc-template = Modèle
field-title = Titre
field-subtitle = Sous-titre
field-lead = Chapeau
field-reference = Référence
field-number = Numéro d’ordre
field-subject = Objet
field-date = Date
field-hijri = Correspondant au (hégire)
field-time = Heure
field-place = Lieu
field-venue = Siège / local
field-party = Parti
field-body = Instance
field-region = Région
field-province = Province
field-prefecture = Préfecture
field-commune = Commune
field-session = Session
field-session-kind = Nature de la session
field-chair = Présidence
field-rapporteur = Rapporteur(e)
field-attendees = Présents
field-absent-excused = Absents excusés
field-absent = Absents non excusés
field-quorum = Quorum
field-context = Contexte
field-recitals = Considérants
field-enacting = Formule d’adoption
field-intervention = Intervention
field-speech = Allocution
field-quote = Citation
field-axis = Axe
field-item = Point
field-subitem = Sous-point
field-deadline = Date limite
field-assignee = Responsable
field-next-meeting = Prochaine réunion
field-signature = Signature
field-attachments = Pièces jointes
role-sg = Secrétaire général(e)
role-regional-sec = Secrétaire régional(e)
role-provincial-sec = Secrétaire provincial(e)
role-local-sec = Secrétaire local(e)
role-branch-sec = Secrétaire de section
role-coordinator = Coordinateur(trice) de la direction collégiale
role-deputy = Secrétaire adjoint(e)
role-rapporteur = Rapporteur(e)
role-treasurer = Trésorier(ère)
role-member = Membre
role-council-president = Président(e) du Conseil national
role-pole-head = Chef de pôle
role-mp = Parlementaire
role-commune-president = Président(e) du conseil communal
role-elected = Élu(e)
role-activist = Militant(e)
role-adherent = Adhérent(e)
org-general-secretariat = Secrétariat général
org-regional-secretariat = Secrétariat régional
org-provincial-secretariat = Secrétariat provincial
org-local-secretariat = Secrétariat local
org-political-bureau = Bureau politique
org-national-council = Conseil national
org-regional-council = Conseil régional (du parti)
org-central-committee = Comité central
org-congress = Congrès national
org-collective-leadership = Direction collégiale
org-branch = Section
org-committee = Commission
org-parallel = Organisations parallèles
org-pole = Pôle
org-workshop = Atelier
org-forum = Forum
session-ordinary = Session ordinaire
session-extraordinary = Session extraordinaire
session-monthly = Réunion mensuelle
session-periodic = Réunion périodique
session-enlarged = Réunion élargie
status-draft = Brouillon
status-review = En relecture
status-approved = Approuvé
status-signed = Signé
status-published = Publié
status-corrected = Rectifié (erratum)
status-archived = Archivé
hon-mr = Monsieur
hon-mrs = Madame
hon-all = Mesdames et Messieurs
hon-dr = Dr
hon-prof = Me / Pr
hon-comrade = Camarade
hon-brother = Frère / Sœur
hon-king = Sa Majesté le Roi
hon-crown-prince = Son Altesse Royale le Prince Héritier
field-outgoing = N° d’ordre (départ)
field-body-in-charge = Instance chargée
att-present = Présent(e)
att-excused = Excusé(e)
att-absent = Absent(e)
att-guest = Invité(e)
att-proxy = Représenté(e) par procuration
inv-invited = Convoqué(e)
inv-confirmed = Présence confirmée
inv-declined = S’est excusé(e)
rec-not-started = Non entamée
rec-in-progress = En cours
rec-done = Réalisée
rec-overdue = En retard
rec-postponed = Reportée
rec-dropped = Abandonnée
draft-minutes = Projet de PV
version-approved = Version adoptée
aud-minutes-only = PV seulement
aud-communique-only = Communiqué seulement
doc-motion = Motion
doc-telegram = Télégramme
doc-right-of-reply = Mise au point
org-regional-writing = Secrétariat régional (autres partis)
org-coordination = Coordination
org-inspectorate = Inspection
org-regional-bureau = Bureau régional
org-preparatory = Commission préparatoire
org-group = Groupe
role-councillor = Conseiller(ère) parlementaire

## Home

home-question = Que préparez-vous ?
home-open = Ouvrir un fichier
home-recent = Fichiers récents
home-recent-empty = Aucun document. Choisissez un modèle pour commencer.
home-recent-missing = Le fichier n’est plus à sa place
home-recent-forget = Retirer de la liste
home-blank = Document vide
home-next-meeting-button = Préparer la prochaine réunion
home-templates = Modèles
home-language = Langue de l’interface
template-regional-communique = Communiqué d’une réunion régionale
template-regional-communique-description = Compte rendu public d’une réunion régionale : présidence, date, lieu, présents, interventions.
template-council-recommendations = Recommandations du conseil
template-council-recommendations-description = Considérants et formule d’adoption, puis axes et recommandations numérotés sur quatre niveaux.
template-minutes = Procès-verbal de réunion
template-minutes-description = Ordre du jour, présences, débats et décisions, pour signature et archivage.
template-press-communique = Communiqué de presse
template-press-communique-description = Ce qui est décidé et annoncé, en paragraphes courts pour la presse.

## Header form

header-title = En-tête
attendance-title = Présences
agenda-title = Ordre du jour
part-header = En-tête
part-attendance = Présences
part-agenda = Ordre du jour
part-text = Texte
part-recommendations = Recommandations
part-signatures = Signatures
field-organisation = Organisation ou parti
field-level = Niveau de l’instance
field-body-gender = Genre du nom de l’instance
field-session-noun = Type de séance
field-session-nature = Nature de la réunion
field-session-ordinal = Numéro d’ordre
field-session-theme = Nom de la session
field-dates = Date
field-start = De
field-end = À
field-from = De
field-to = À
field-members = Nombre de membres
field-next-dates = Date de la prochaine réunion
field-next-venue = Lieu de la prochaine réunion
field-name = Nom
field-latin = Nom en lettres latines
field-role = Qualité
field-honorific = Titre de civilité
field-gender = Genre
field-phone = Téléphone
field-identity = N° de la carte nationale
field-group-nominative = Groupe, forme sujet
field-group-oblique = Groupe, après préposition
field-group-count = Nombre
field-language = Langue du document
field-digits = Chiffres
field-state = État du texte
field-kind = Type de texte
field-personal = Donnée personnelle : jamais publiée
gender-female = Féminin
gender-male = Masculin
gender-unknown = Non précisé
level-none = Non précisé
level-national = National
level-regional = Régional
level-provincial = Provincial
level-local = Local
session-noun-meeting = Réunion
session-noun-session = Session
session-noun-gathering = Rencontre
session-noun-congress = Congrès
session-noun-assembly = Assemblée générale
honorific-mr = M. / Mme
honorific-dr = Dr
honorific-prof = Me / Pr
honorific-comrade = Camarade
honorific-brother = Frère / Sœur
honorific-none = Sans titre
digits-latin = 123 (chiffres marocains)
digits-arabic = ١٢٣ (chiffres orientaux)
hint-body = Secrétariat régional
hint-organisation = Nom de l’organisation tel qu’il s’écrit
hint-region = Choisir la région
hint-province = Choisir la province ou la préfecture
hint-session-nature = organisationnelle, périodique, extraordinaire…
hint-session-ordinal = 7
hint-day = 14/11/2026
hint-time = 10:00
hint-venue = siège régional à Fès
hint-name = Nom complet, sans titre
hint-role = Secrétaire régional
hint-outgoing = 014/26
hint-title = Titre tel qu’il sera publié
hint-search = Rechercher
hint-paragraph = Écrivez ici…
hint-relative = Date relative : calculée d’après la date de la réunion
hint-weekday = C’est un {$weekday}
field-unreadable-date = Date non comprise, gardée telle quelle
field-unreadable-time = Écrivez l’heure ainsi : 10:00
field-unreadable-number = Écrivez un nombre de 1 à 99
fold-header-empty = Indiquez l’instance, la date et le lieu…
fold-attendance-empty = Ajoutez les présents et les groupes…
fold-agenda-empty = Ajoutez les points de l’ordre du jour…
fold-open = Ouvrir pour modifier
fold-close = Replier
person-add = Ajouter une personne
person-remove = Retirer de la liste
chair-add = Ajouter une coprésidence
group-add = Ajouter un groupe
agenda-add = Ajouter un point
output-minutes = Procès-verbal
output-communique = Communiqué
output-press = Communiqué de presse
output-news = Article
output-recommendations = Recommandations
output-statement = Déclaration
output-invitation = Convocation
output-sheet = Feuille d’émargement
output-short = Texte court
state-draft = Brouillon
state-review = En relecture
state-approved = Approuvé
state-signed = Signé
state-published = Publié
state-corrected = Rectifié
state-archived = Archivé

## Kinds of paragraphs and who reads them

kind-paragraph = Paragraphe
kind-lead = Chapeau
kind-context = Contexte
kind-recital = Considérant
kind-enacting = Formule d’adoption
kind-closing = Clôture
kind-heading = Titre
kind-heading-level = Titre de niveau {$level}
kind-axis = Axe
kind-section = Section
kind-item = Point
kind-subitem = Sous-point
kind-recommendation = Recommandation
kind-agenda = Point de l’ordre du jour
kind-intervention = Intervention
kind-quote = Citation
kind-decision = Décision
kind-note = Note de séance
kind-signatures = Signatures
kind-annex = Annexe
audience-both = PV et communiqué
audience-minutes = PV seulement
audience-communique = Communiqué seulement
speaker-unnamed = Intervenant non précisé
label-none = Sans numéro
label-axis = Axe 1
label-adverb = Premièrement, deuxièmement
label-number-dash = 1-
label-number-dot = 1.
label-abjad-dash = أ- ب-
label-en-dash = –
label-hyphen = -
label-bullet = •

## Fields in the text

atom-chair = [Présidence]
atom-rapporteur = [Rapporteur(e)]
atom-person = [Personne]
atom-dates = [Date]
atom-start = [Heure de début]
atom-end = [Heure de fin]
atom-venue = [Lieu]
atom-body = [Instance]
atom-organisation = [Organisation]
atom-region = [Région]
atom-province = [Province]
atom-session = [Réunion]
atom-verb = [Verbe]
atom-attendance = [Présences]
atom-count = [Nombre]
atom-next-dates = [Date de la prochaine réunion]
atom-next-venue = [Lieu de la prochaine réunion]
atom-number = [N° d’ordre]
atom-reference = [Référence]
atom-role = [Qualité]
atom-tooltip = Depuis l’en-tête
atom-tooltip-date = Depuis l’en-tête · le jour est calculé d’après la date
atom-tooltip-verb = Le verbe s’accorde avec son sujet
atom-tooltip-unresolved = Champ à remplir dans l’en-tête
atom-tooltip-open = Précisez le genre pour fixer l’accord

## Questions and dialogs

dialog-unsaved-title = Modifications non enregistrées
dialog-unsaved-body = « {$name} » contient des modifications non enregistrées. Les enregistrer avant de fermer ?
dialog-unsaved-save = Enregistrer
dialog-unsaved-discard = Fermer sans enregistrer
dialog-cancel = Annuler
dialog-ok = OK
dialog-yes = Oui
dialog-no = Non
dialog-open-title = Ouvrir un fichier
dialog-save-title = Enregistrer sous
dialog-export-title = Exporter
dialog-path = Chemin du fichier
dialog-folder = Dossier
dialog-file-name = Nom du fichier
dialog-open-button = Ouvrir
dialog-save-button = Enregistrer
dialog-exists = Un fichier porte déjà ce nom ; il sera remplacé par ce document.
dialog-replace-button = Remplacer le fichier
dialog-no-file = Aucun fichier à cet emplacement.
dialog-no-folder = Le dossier n’existe pas.
dialog-is-folder = C’est un dossier. Ajoutez un nom de fichier.
dialog-is-record = Ce fichier est un document de réunion, et un texte n’est jamais écrit à sa place. Choisissez un nom qui ne finit pas par mahdar.
dialog-another-record = Ce fichier est un document de réunion : la copie publique ne prend pas sa place. Choisissez un autre nom.
dialog-no-portal = La boîte de dialogue du système est absente. Écrivez le chemin ici.
dialog-filter-records = Documents Mahdar
dialog-filter-all = Tous les fichiers
dialog-changed-outside-title = Le fichier a changé sur le disque
dialog-changed-outside-body = Un autre programme a modifié « {$name} » depuis son ouverture. Le remplacer ou enregistrer une copie ?
dialog-changed-outside-replace = Remplacer le fichier
dialog-changed-outside-copy = Enregistrer une copie
about-title = À propos de Mahdar
about-description = Éditeur de procès-verbaux, communiqués et recommandations en arabe.
about-version = Version {$version}
about-fonts = Polices et licences
about-privacy = Vos documents restent sur cet appareil.
settings-language = Langue de l’interface
settings-theme = Apparence
settings-keyboard = Clavier
theme-light = Clair
theme-dark = Sombre
theme-system = Selon le système
keyboard-arabic = Arabe
keyboard-latin = Latin

## Errors: what happened, what was kept, what to do

error-not-found = Fichier introuvable : « {$path} ». Rien n’a changé. Vérifiez le nom ou choisissez un autre fichier.
error-is-folder = « {$path} » est un dossier. Rien n’a changé. Choisissez un fichier à l’intérieur.
error-no-permission = Accès refusé à « {$path} ». Votre document reste ouvert tel quel. Enregistrez-le ailleurs ou modifiez les droits.
error-disk-full = Disque plein : « {$path} » n’a pas été écrit. L’ancien fichier est intact et votre document reste ouvert. Libérez de l’espace et réessayez.
error-save = « {$path} » n’a pas pu être enregistré : {$detail}. L’ancien fichier est intact et votre document reste ouvert. Réessayez ou enregistrez ailleurs.
error-not-ron = « {$path} » est illisible à la ligne {$line}, colonne {$column}. Le fichier est intact. Ouvrez une copie de secours ou corrigez la ligne dans un éditeur de texte.
error-no-first-line = « {$path} » n’est pas un document Mahdar : sa première ligne n’est pas « // mahdar 1 ». Le fichier est intact. Choisissez un autre fichier, ou collez son texte dans un nouveau document.
error-newer = « {$path} » utilise un format plus récent ({$version}) que celui de ce programme ({$known}). Le fichier est intact. Mettez le programme à jour pour l’ouvrir.
error-wrong-version = Numéro de format inconnu dans « {$path} » : « {$version} ». Le fichier est intact. Corrigez sa première ligne ou ouvrez une copie de secours.
error-truncated = « {$path} » est incomplet : il s’arrête à la ligne {$line}. Il est intact. Ouvrez une copie de secours ou récupérez ce qui est lisible.
error-utf8 = « {$path} » contient des octets non valides à la ligne {$line} (pas de l’UTF-8). Le fichier est intact. Convertissez-le en UTF-8 puis rouvrez-le.
error-too-large = « {$path} » dépasse la taille admise ({$limit} Mo). Il n’a été ni ouvert ni modifié. Divisez-le en documents plus petits.
error-too-deep = « {$path} » est imbriqué trop profondément à la ligne {$line}. Il est intact. Ouvrez une copie de secours.
error-unknown-field = Champ inconnu « {$field} » dans « {$path} », ligne {$line}. Le fichier est intact. Supprimez ce champ ou mettez le programme à jour.
error-damaged-record = Le contenu de « {$path} » est incohérent : {$detail}. Le fichier est intact. Ouvrez une copie de secours.
error-exists = « {$path} » existe déjà. Il n’a pas été remplacé. Choisissez un autre nom.
error-changed-outside = « {$path} » a changé sur le disque et n’a pas été remplacé. Votre document reste ouvert. Enregistrez une copie ou remplacez le fichier.
error-locked = « {$path} » est ouvert dans une autre fenêtre de Mahdar. Il est ouvert ici en lecture seule. Fermez-le là-bas pour le modifier.
error-read-only = « {$path} » est en lecture seule. Votre document reste ouvert. Enregistrez-le sous un autre nom.
error-not-a-template = Le modèle « {$name} » n’est pas valide : {$detail}. Rien n’a été créé. Choisissez un autre modèle.
error-clipboard = Presse-papiers inaccessible. Le texte est intact. Réessayez.
error-sealed = Ce texte est approuvé ou publié et ne change plus. Il est intact. Publiez un rectificatif.
error-other = Erreur inattendue : {$detail}. Votre document reste ouvert. Enregistrez-en une copie puis réessayez.

## Command line

cli-usage-title = Utilisation :
cli-about = Mahdar {$version} : procès-verbaux, communiqués et recommandations en arabe.
cli-usage-window = mahdar [FICHIER…] [--demo] : ouvre la fenêtre, avec les fichiers donnés
cli-usage-templates = mahdar templates [--json] : liste les modèles
cli-usage-new = mahdar new --template ID -o FILE [--body NAME|FILE] [--force] [--set PATH=VALUE …] : crée un document à partir d’un modèle
cli-usage-set = mahdar set FILE PATH=VALUE … : modifie les champs de l’en-tête sur place
cli-usage-info = mahdar info FILE [--json] : décrit le document
cli-usage-export = mahdar export FILE --to FORMAT -o OUT [--output KIND] [--audience public/internal] [--reading final/original/markup] [--digits latin/arabic] [--bullets LABEL] [--eol lf/crlf] [--font amiri/naskh] : exporte vers un autre format
cli-usage-check = mahdar check FILE [--json] : vérifie le document
cli-usage-import = mahdar import IN -o FILE [--force] [--json] : crée un document à partir d’un texte, d’un Markdown, d’un DOCX ou d’un HTML
cli-usage-compare = mahdar compare A B [--json] : compare deux documents
cli-usage-help = mahdar --help : affiche cette aide
cli-usage-version = mahdar --version : affiche la version
cli-usage-stdio = « - » désigne l’entrée ou la sortie standard.
cli-exit-codes = Codes de sortie : 0 fait, 1 remarques ou différences, 2 entrée inutilisable, 3 sortie impossible à écrire.
cli-unknown-command = Commande inconnue : « {$name} ». Commandes : {$known}.
cli-unknown-option = Option inconnue : « {$name} ». Voir « mahdar --help ».
cli-unknown-path = Champ inconnu : « {$path} ». Les plus proches : {$nearest}.
cli-unknown-template = Modèle inconnu : « {$name} ». Modèles : {$known}.
cli-unknown-body = Instance inconnue : « {$name} ». Instances enregistrées : {$known}. Donnez le nom de l’une d’elles ou le chemin d’un fichier d’instance (.mahdar-body).
cli-unknown-format = Format inconnu : « {$name} ». Formats : {$known}.
cli-unknown-output = Texte absent du document : « {$name} ». Présents : {$known}.
cli-bad-value = La valeur « {$value} » ne convient pas au champ « {$path} » : {$detail}.
cli-bad-assignment = « CHAMP=VALEUR » attendu, et non « {$text} ».
cli-missing-value = L’option « {$name} » attend une valeur.
cli-missing-argument = Il manque : {$name}.
cli-extra-argument = « {$text} » est en trop.
cli-exists = « {$path} » existe et n’a pas été remplacé. Ajoutez --force pour le remplacer.
cli-no-display = Aucun écran pour ouvrir la fenêtre. La ligne de commande reste disponible : mahdar --help.
cli-no-window-build = Ce programme est construit sans fenêtre. Utilisez la ligne de commande : mahdar --help.
cli-wrote = « {$path} » écrit.
cli-warning = Avertissement : {$text}
cli-error = Erreur : {$text}
cli-no-value = Le champ « {$path} » est vide.
cli-identical = Les deux documents sont identiques.
cli-findings =
    { $count ->
        [0] {$path} : aucune remarque.
        [one] {$path} : {$count} remarque.
       *[other] {$path} : {$count} remarques.
    }

## Findings

finding-weekday = Le {$date} n’est pas un {$said} mais un {$true}
finding-weekday-fix = Écrire « {$true} »
finding-missing-title = Ce texte n’a pas de titre
finding-missing-date = La date de la réunion manque
finding-missing-chair = La présidence de la réunion manque
finding-missing-body = L’instance manque
finding-missing-venue = Le lieu de la réunion manque
finding-missing-number = Ce texte a été approuvé sans numéro d’ordre
finding-missing-attendance = La liste des présents est vide
finding-missing-signatures = Ce procès-verbal n’a pas de signatures
finding-missing-text = Aucun texte après l’en-tête
finding-gender-unknown = Genre de « {$name} » non précisé : l’accord reste ouvert
finding-gender-body = Genre du nom de l’instance non précisé : le verbe reste ouvert
finding-gender-fix-female = Mettre au féminin
finding-gender-fix-male = Mettre au masculin
finding-unresolved = Le champ {$field} est vide
finding-spared = Le champ {$field} est vide ; la phrase est imprimée sans lui
finding-unresolved-fix = Remplir l’en-tête
finding-unresolved-date = La date « {$words} » n’est pas calculée : il manque la date de la réunion
finding-unwritten = Caractère qu’aucune police ne possède : {$codes}
finding-unwritten-replace = Écrire « {$plain} » à la place
finding-unwritten-remove = Supprimer {$codes}
finding-empty-block = Paragraphe vide
finding-empty-quote = Citation sans auteur
finding-numbering = La numérotation s’interrompt à « {$label} »
finding-double-space = Deux espaces de suite
finding-space-before = Espace en trop avant « {$mark} »
finding-space-after = Il manque une espace après « {$mark} »
finding-detached-waw = Le « و » est séparé du mot suivant
finding-repeated-mark = Ponctuation répétée « {$mark} »
finding-web-residue = Reste d’une page web : « {$text} »
finding-fix = Corriger
finding-ignore = Ignorer
finding-none = Aucune remarque sur ce document
severity-error = Erreur
severity-warning = Avertissement
severity-style = Style

## Toasts

toast-saved = Document enregistré dans « {$name} »
toast-copied = Texte copié
toast-exported = Exporté vers « {$name} »
toast-undone = Annulé : {$name}
toast-redone = Rétabli : {$name}
change-typing = la saisie
change-deleting = la suppression
change-field = un champ rempli
change-person = les données d’une personne
change-facts = les données d’un paragraphe
change-words = le texte d’un paragraphe
change-other = la dernière modification
said-finding = Nouvelle remarque : {$what}
region-bar = Barre supérieure
region-tabs = Documents ouverts
region-bars = Avis
region-rail = Parties du document
region-main = Espace de travail
region-panel = Panneau latéral
region-status = Barre d’état
toast-recovered = Document récupéré. Enregistrez-le pour le garder.
toast-reloaded = Fichier rechargé
toast-nothing-found = Aucun résultat
toast-replaced =
    { $count ->
        [0] Rien n’a été remplacé
        [one] {$count} remplacement
       *[other] {$count} remplacements
    }
find-matches =
    { $count ->
        [0] Aucun résultat
        [one] {$count} résultat
       *[other] {$count} résultats
    }
find-position = {$index} sur {$count}

## Days and months

weekday-monday = lundi
weekday-tuesday = mardi
weekday-wednesday = mercredi
weekday-thursday = jeudi
weekday-friday = vendredi
weekday-saturday = samedi
weekday-sunday = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## The command line and the disk

cli-bad-choice = « {$value} » ne convient pas à {$name}. Valeurs possibles : {$known}.
cli-later = Cette version ne connaît pas encore « {$name} ». Voyez « mahdar --help » pour ce qu’elle fait.
cli-same-file = « {$path} » est le document de la réunion lui-même et n’a pas été remplacé. Choisissez un autre nom pour l’exportation.
export-over-record = « {$path} » est un document de réunion, et un texte n’est jamais écrit à sa place. Rien n’a été écrit. Choisissez un nom qui ne finit pas par mahdar.
export-another-record = « {$path} » est déjà un document : la copie ne prend pas sa place. Rien n’a été écrit. Choisissez un autre nom.
cli-name-cleaned = Des signes invisibles ont été retirés du nom du fichier : « {$path} ».
cli-name-cleaned-taken = Le nom du fichier contient des signes invisibles. Sans eux, c’est « {$path} », un nom déjà pris. Rien n’a été écrit. Choisissez un autre nom.
cli-public-final = Un document public a toujours toutes les suggestions acceptées. Retirez --reading.
cli-public-markup = Les suggestions et les commentaires ne paraissent pas dans un texte public : il a été exporté comme si toutes les suggestions étaient acceptées. Pour les montrer, ajoutez --audience internal.
cli-nothing-to-write = « {$path} » n’a rien à exporter : le texte n’a ni titre ni paragraphe.
# What stops a text from being printed.
export-letter = Impossible de composer les pages : aucune police ne contient la lettre « {$letter} ». Rien n’a été écrit et le document est inchangé. Remplacez la lettre ou choisissez un autre format.
export-picture = L’image « {$name} » est illisible. Rien n’a été écrit et le document est inchangé. Enregistrez-la en PNG ou en JPEG (couleurs d’écran), puis réessayez.
cli-not-written = « {$path} » n’a pas pu être écrit : {$detail}. Ce qui était déjà écrit le reste. Relancez la commande ou écrivez le résultat dans un fichier.
cli-left-out =
    { $count ->
        [one] {$count} bloc laissé de côté, car il n’est pas public
       *[other] {$count} blocs laissés de côté, car ils ne sont pas publics
    }
cli-open-field = La forme de « {$field} » reste ouverte : un genre n’est pas indiqué
cli-window-failed = La fenêtre n’a pas pu s’ouvrir ({$detail}). Tout est possible en ligne de commande : mahdar --help.
cli-error-no-permission = Vous n’avez pas accès à « {$path} ». Rien n’a été modifié. Changez les droits ou choisissez un autre endroit.
cli-error-disk-full = Le disque est plein et « {$path} » n’a pas été écrit. S’il existait, il est intact. Libérez de la place et recommencez.
cli-error-save = « {$path} » n’a pas pu être écrit : {$detail}. S’il existait, il est intact.
cli-error-changed-outside = « {$path} » a changé sur le disque entre-temps et n’a pas été remplacé. Relancez la commande.
cli-error-not-ron = « {$path} » est illisible à la ligne {$line}, colonne {$column} : {$detail}. Le fichier est intact.
cli-error-is-folder = « {$path} » est un dossier et non un fichier. Rien n’a été modifié.
error-not-a-file = « {$path} » est un tube ou un périphérique et non un fichier. Rien n’a été modifié. Choisissez un fichier.
error-no-folder = Le dossier de « {$path} » n’existe pas. Rien n’a été écrit. Créez-le ou choisissez-en un autre.
error-empty = « {$path} » est vide. Il est intact. Ouvrez une copie de secours ou commencez un nouveau document.
error-read = « {$path} » n’a pas pu être lu : {$detail}. Il est intact. Réessayez.
warning-other-names =
    { $count ->
        [one] « {$path} » avait un autre nom (lien physique), qui garde l’ancien texte
       *[other] « {$path} » avait {$count} autres noms (liens physiques), qui gardent l’ancien texte
    }
warning-owner = « {$path} » vous appartient désormais : son propriétaire n’a pas pu être conservé
warning-attributes = Certains attributs étendus de « {$path} » n’ont pas pu être conservés
warning-was-gone = « {$path} » avait été supprimé entre-temps et a été écrit de nouveau
finding-no-recommendation = Ce texte ne contient aucune recommandation

# The header form
hint-reference = lettre n° 12

## Ground: settings, recent records, roster
notice-set-aside = Le contenu de « {$path} » n’a pas été entièrement compris : l’ancien fichier est gardé tel quel sous « {$aside} ». Rien n’est perdu. Pour le reprendre, corrigez-le et rendez-lui son nom.
notice-newer = « {$path} » vient d’une version plus récente du programme : ce qui en est compris est utilisé, et une copie sera gardée avant la première modification. Mettez le programme à jour pour tout utiliser.
notice-unreadable = « {$path} » est illisible : {$detail}. Le fichier est intact et le programme a commencé sans lui. Vérifiez le fichier et ses droits.
finding-unknown-region = La région « {$name} » n’est pas l’une des douze régions. Elle reste telle qu’elle est écrite.
finding-unknown-province = « {$name} » ne figure pas dans la liste des préfectures et provinces. Le nom reste tel qu’il est écrit.


## Templates and samples

template-meeting-minutes = Procès-verbal de réunion
template-meeting-minutes-description = Un procès-verbal complet, à signer et à archiver, dont on tire le communiqué, la convocation et la feuille d’émargement.
template-news-item = Article
template-news-item-description = Le compte rendu d’une réunion pour le public : qui a parlé et ce qui a été dit.
template-invitation = Convocation avec ordre du jour
template-invitation-description = La date, l’heure, le lieu et l’ordre du jour, avec une feuille d’émargement.
template-own = Mes modèles
template-name = Nom du modèle
template-ask-name = Comment s’appelle le modèle ?
template-about-saving = Le modèle garde la structure, les formules, les champs, l’instance et les personnes ; les dates, les numéros, la présence, les propos et les décisions n’y sont plus.
toast-template-saved = Modèle « {$name} » enregistré
error-template-exists = Un modèle « {$name} » existe déjà. Il est resté tel quel. Choisissez un autre nom.
template-unusable = Des modèles sont inutilisables et restent en place : {$detail}


## Pages and preview
preview-page = Page {$page} sur {$pages}


## Folds: header, date, agenda
body-gender-female = Féminin
body-gender-male = Masculin
body-gender-unknown = Selon le nom
region-none = Aucune région
province-all = Toute la région
choice-strange = hors liste
document-language-ar = Arabe
document-language-fr = Français
document-language-en = Anglais
hint-theme = session Eau et forêt
field-rapporteur-role = Qualité du rapporteur
field-rapporteur-gender = Genre du rapporteur
hint-rapporteur-role = rapporteur régional
needed-for-approval = requis
output-add = Ajouter un texte
field-letterhead = Lignes de l’en-tête
hint-letterhead =
    Union des associations
    Secrétariat régional
field-address = Adresse du siège
hint-address = rue du Cèdre, Fès
field-contact = Contact
hint-contact = téléphone ou courriel
field-logo = Fichier du logo, à côté
hint-logo = logo.png
calendar-open = Ouvrir le calendrier

agenda-item = Point {$number}
agenda-remove = Supprimer le point {$number}
fold-present = {$present} sur {$members}
fold-items =
    { $count ->
        [0] aucun point
        [one] {$count} point
       *[other] {$count} points
    }
fold-people =
    { $count ->
        [0] aucune personne
        [one] {$count} personne
       *[other] {$count} personnes
    }
agenda-up = Monter le point {$number}
agenda-down = Descendre le point {$number}
agenda-nobody = Sans intervenant
agenda-heads = En faire les titres du texte
agenda-heads-none = Écrivez d’abord un point
hint-agenda = Approbation du procès-verbal précédent


## Attendance and people

presence-present =
    { $gender ->
        [female] Présente
        [male] Présent
       *[other] Présent(e)
    }
presence-excused =
    { $gender ->
        [female] Excusée
        [male] Excusé
       *[other] Excusé(e)
    }
presence-absent =
    { $gender ->
        [female] Absente
        [male] Absent
       *[other] Absent(e)
    }
presence-guest =
    { $gender ->
        [female] Invitée
        [male] Invité
       *[other] Invité(e)
    }
presence-proxy =
    { $gender ->
        [female] Représentée
        [male] Représenté
       *[other] Représenté(e)
    }
presence-unknown =
    { $gender ->
       *[other] Non précisé
    }
presence-key-present = P
presence-key-excused = E
presence-key-absent = A
presence-key-guest = I
presence-key-proxy = R
presence-key-unknown = ?
duty-chair =
    { $gender ->
        [female] présidente de séance
        [male] président de séance
       *[other] président(e) de séance
    }
duty-rapporteur =
    { $gender ->
        [female] rapporteure
        [male] rapporteur
       *[other] rapporteur(e)
    }
list-comma = {" · "}
count-of = { $count } sur { $all }
quorum-reached = Le quorum est atteint
quorum-missing = Le quorum n’est pas atteint
quorum-needed = Minimum pour délibérer : { $count }
quorum-none = Quorum non calculé
quorum-none-about = Indiquez la règle et les présences
people-present =
    { $count ->
        [0] personne n’est présent
        [one] { $count } présent
       *[other] { $count } présents
    }
people-absent =
    { $count ->
        [0] aucun absent
        [one] { $count } absent
       *[other] { $count } absents
    }
people-list = Liste de présence
people-empty = Personne sur la liste de présence
people-add = Ajouter les présents
person-unnamed = Sans nom
group-unnamed = sans noms
presence-with-key = { $word } ({ $key })
presence-key-says = { $key } { $word }
presence-short-present = présent
presence-short-excused = excusé
presence-short-absent = absent
presence-short-guest = invité
presence-short-proxy = représenté
answer-none = Pas encore convoqué(e)
answer-invited = Convoqué(e)
answer-confirmed = Présence confirmée
answer-declined = S’est excusé(e)
attendance-no-sentence = La phrase de présence apparaît ici telle qu’elle sera imprimée
attendee-name = Nom de la personne { $number }
attendee-role = Qualité de la personne { $number }
attendee-presence = Présence de la personne { $number } : { $presence }
attendee-more = Plus sur la personne { $number }
attendee-remove = Retirer la personne { $number } de la liste
person-add-new = Ajouter « { $name } » à la liste
hint-person-add = Tapez un nom pour l’ajouter
person-make-chair = Confier la présidence
person-make-rapporteur = Confier le rapport
person-keep = Garder dans le carnet
people-keep = Tous les garder dans le carnet
people-kept =
    { $count ->
        [0] Le carnet est à jour, rien de nouveau
        [one] { $count } personne ajoutée au carnet
       *[other] { $count } personnes ajoutées au carnet
    }
field-answer = Réponse à la convocation
field-arrived = Arrivée
field-left = Départ
field-reason = Motif de l’absence
hint-reason = Mission hors de la province
field-proxy = Représenté(e) par
field-at-least = Nombre
group-nominative = Groupe (sujet)
group-oblique = Après « بحضور »
group-count = Nombre
group-nominative-of = Groupe { $number }
group-oblique-of = Groupe { $number } après une préposition
group-count-of = Nombre du groupe { $number }
group-remove = Supprimer le groupe { $number }
hint-oblique = Comment s’écrit-il après une préposition ?
hint-group = رؤساء المجالس
hint-group-add = Ajoutez un groupe
rule-none = Sans règle
rule-majority = Plus de la moitié
rule-half = Au moins la moitié
rule-two-thirds = Au moins les deux tiers
rule-three-quarters = Au moins les trois quarts
rule-at-least = Nombre fixé
count-present =
    { $count ->
        [one] { $count } présent
       *[other] { $count } présents
    }
count-excused =
    { $count ->
        [one] { $count } excusé
       *[other] { $count } excusés
    }
count-absent =
    { $count ->
        [one] { $count } absent sans excuse
       *[other] { $count } absents sans excuse
    }
count-guest =
    { $count ->
        [one] { $count } invité
       *[other] { $count } invités
    }
count-proxy =
    { $count ->
        [one] { $count } représenté
       *[other] { $count } représentés
    }
count-unknown =
    { $count ->
        [one] { $count } non précisé
       *[other] { $count } non précisés
    }


## Blocks: decisions, recommendations, signatures, annexes

detail-form = Données du paragraphe
detail-comma = ,
detail-to = À : {$name}
detail-by = Exécution : {$name}
detail-due = Échéance : avant le {$date}
detail-unanimous = à l’unanimité
detail-vote = à la majorité de {$yes} contre {$no}
detail-vote-abstained =
    à la majorité de {$yes} contre {$no}, { $abstained ->
        [one] {$abstained} abstention
       *[other] {$abstained} abstentions
    }
detail-vote-agreed = {$yes} pour, sans opposition
detail-vote-agreed-abstained =
    {$yes} pour, sans opposition, { $abstained ->
        [one] {$abstained} abstention
       *[other] {$abstained} abstentions
    }
detail-vote-lost =
    Vote : {$yes} pour, {$no} contre, { $abstained ->
        [one] {$abstained} abstention
       *[other] {$abstained} abstentions
    }
detail-appointment = Nomination : {$name}
detail-committee = Création : {$name}
detail-day = Date : {$date}
detail-plan = Programme : {$name}
detail-speaker = Intervenant : {$name}
detail-presenter = Présenté par : {$name}
detail-agenda-open = Non traité
detail-agenda-done = Traité
detail-agenda-carried = Reporté
detail-add-recommendation = Ajouter le responsable et l’échéance
detail-add-decision = Ajouter l’objet et le vote
detail-add-speaker = Ajouter l’intervenant
detail-add-presenter = Ajouter qui présente ce point
detail-add-signatures = Ajouter les signataires
detail-add-annex = Ajouter le fichier joint
detail-missing-file = Le fichier « {$name} » n’est pas à côté du document
detail-file = Nom du fichier
detail-hint-file = photo.jpg, à côté du document
detail-matter = Objet de la décision
detail-matter-general = Général
detail-matter-appointment = Nomination
detail-matter-committee = Commission
detail-matter-date = Date
detail-matter-plan = Programme
detail-person = Personne nommée
detail-post = Fonction
detail-hint-post = Coordinatrice de la commission de l’eau
detail-committee-name = Nom de la commission
detail-hint-committee = Commission de suivi des carrières
detail-member = Ajouter un membre
detail-members = Membres de la commission
detail-day-name = Date
detail-plan-name = Nom du programme
detail-hint-plan = Programme d’action 2027
detail-addressee = Adressée à
detail-hint-addressee = Les conseils communaux de la région
detail-hint-responsible = Commission de l’eau et de la forêt
detail-hint-due = 31/3/2027
detail-state = Suivi
detail-agenda-state = État du point
detail-vote-name = Vote
detail-vote-none = Sans vote
detail-vote-counted = Décompte
detail-yes = Pour
detail-no = Contre
detail-abstained = Abstentions
detail-vote-over = Le total des voix ({$sum}) dépasse le nombre de présents ({$present})
detail-vote-under = Le total des voix ({$sum}) est inférieur au nombre de présents ({$present})
detail-who = Qui parle
detail-who-person = Personne
detail-who-collective = Collectif
detail-hint-collective = Les participants
detail-speaker-name = Nom de l’intervenant
detail-presenter-name = Qui présente ce point
detail-signatory = Ajouter un signataire
detail-signatories = Signataires


## Widgets

calendar-title = {$month} {$year}
calendar-day =
    { $day ->
        [1] {$weekday} 1er {$month} {$year}
       *[other] {$weekday} {$day} {$month} {$year}
    }
calendar-previous = Mois précédent
calendar-next = Mois suivant
calendar-today = Aujourd’hui
calendar-another = Ajouter un jour
weekday-letter-monday = L
weekday-letter-tuesday = M
weekday-letter-wednesday = M
weekday-letter-thursday = J
weekday-letter-friday = V
weekday-letter-saturday = S
weekday-letter-sunday = D

## Home, checks panel, settings screen

home-about-minutes = À approuver à la réunion suivante
home-about-communique = Pour le site, la presse et WhatsApp
home-about-press = Pour les médias
home-about-news = Une activité racontée sur le site
home-about-recommendations = Axes et recommandations
home-about-statement = Une position rendue publique
home-about-invitation = Avec l’ordre du jour et la référence
home-about-sheet = À signer le jour de la réunion
home-about-short = Pour les réseaux sociaux
home-card-regional-communique = Communiqué régional
home-card-invitation = Convocation
home-sheet = Feuille d’émargement
home-own-template = Un de vos modèles
home-all-templates = Tous les modèles
home-fewer-templates = Moins de modèles
home-templates-count =
    { $count ->
        [0] Aucun modèle
        [one] {$count} modèle
       *[other] {$count} modèles
    }
home-folder = Ouvrir le dossier
home-more = Plus d’actions : {$name}
home-state = {$output} : {$state}
the-output-minutes = PV
the-output-communique = Communiqué
the-output-press = Communiqué de presse
the-output-news = Article
the-output-recommendations = Recommandations
the-output-statement = Déclaration
the-output-invitation = Convocation
the-output-sheet = Émargement
the-output-short = Texte court
state-approved-f = texte approuvé
state-signed-f = texte signé
state-published-f = texte publié
state-corrected-f = texte rectifié
state-archived-f = texte archivé
check-place-paragraph = Par. {$number}
check-place-remark = Commentaire
check-next = Remarque suivante
check-none = Rien ne manque à ce document.
check-fill = Remplir le champ
check-show = Montrer dans le texte
check-weekday = Jour et date en désaccord
check-weekday-why = Le texte dit {$said}, or le {$date} est un {$true}.
check-missing-title = Titre manquant
check-missing-title-why = Le titre ouvre la page et nomme le document dans les listes. Écrivez-le sur la première ligne.
check-missing-date = Date de la réunion manquante
check-missing-date-why = La date entre dans le paragraphe d’ouverture, et le jour s’en déduit. Indiquez-la dans l’en-tête.
check-missing-chair = Présidence manquante
check-missing-chair-why = Un procès-verbal dit qui a présidé la réunion. Indiquez le nom ou la qualité dans l’en-tête.
check-missing-body = Instance manquante
check-missing-body-why = La première phrase commence par l’instance réunie. Indiquez son nom dans l’en-tête.
check-missing-venue = Lieu de la réunion manquant
check-missing-venue-why = La convocation dit où se rendre. Indiquez le lieu dans l’en-tête.
check-missing-number = Numéro d’ordre manquant
check-missing-number-why = Le texte a été approuvé sans numéro, et ce qui manque n’est pas écrit dans les copies diffusées. Saisissez-le dans l’en-tête.
check-no-recommendation = Pas encore de recommandation
check-no-recommendation-why = Ce texte réunit des recommandations, et aucune n’y est écrite.
check-gender-unknown = Genre de « {$name} » non précisé
check-gender-unknown-why = L’accord reste ouvert entre masculin et féminin. Choisissez-en un pour qu’il s’écrive d’une seule façon.
check-gender-body = Genre du nom de l’instance non précisé
check-gender-body-why = Le verbe reste ouvert entre masculin et féminin. Choisissez selon le nom de l’instance.
check-spared = Un champ qui ne sera pas imprimé
check-spared-why = L’en-tête ne remplit pas le champ « {$field} » ; la phrase est imprimée sans lui. Saisissez-le pour qu’il y figure.
check-unresolved = Champ sans valeur
check-unresolved-why = Le texte contient le champ « {$field} », que l’en-tête ne remplit pas.
check-unwritten = Caractère sans police
check-unwritten-why = Aucune police ne dessine {$codes} : un cadre en tient lieu à l’écran et sur papier. Supprimez-le ou écrivez autre chose à sa place.
check-unknown-region = Région inconnue
check-unknown-region-why = « {$name} » n’est pas l’une des douze régions ; le nom reste tel quel. Choisissez-la dans la liste.
check-unknown-province = Province inconnue
check-unknown-province-why = « {$name} » ne figure pas parmi les préfectures et provinces ; le nom reste tel quel. Vérifiez-le.
settings-window = Interface
settings-zoom = Taille de l’affichage
settings-percent = {$percent} %
settings-digits = Chiffres des nouveaux documents
settings-digits-latin = marocains
settings-digits-arabic = orientaux
settings-writing = Rédaction
settings-phrases = Style des formules
settings-phrases-both = Les deux
settings-phrases-moroccan = Marocain
settings-phrases-un = Onusien
settings-phrases-note = Ces formules sont proposées en gris pendant la frappe et dans la liste d’insertion. Si vous gardez les deux, le style marocain vient d’abord.
settings-body = Instance
settings-body-note = Elle remplit l’en-tête de chaque nouveau document.
settings-no-region = Aucune région
settings-author = Auteur des modifications
settings-author-note = Ce nom accompagne les commentaires et les modifications proposées.
settings-author-name = Nom


## Shell: rail, tabs, palette

cmd-commands = Toutes les commandes
cmd-save-template = Enregistrer comme modèle
cmd-next-output = Afficher le texte suivant
cmd-go-header = Aller à l’en-tête
cmd-go-attendance = Aller aux présences
cmd-go-agenda = Aller à l’ordre du jour
cmd-go-text = Aller au texte
cmd-go-recommendations = Aller aux recommandations
cmd-go-closing = Aller à la clôture
cmd-panel-attendance = Panneau des présences
cmd-panel-checks = Panneau de vérification
cmd-next-finding = Remarque suivante
cmd-add-signatures = Ajouter les signatures
cmd-add-annex = Ajouter une annexe
why-no-record = aucun document ouvert
why-no-undo = rien à annuler
why-no-redo = rien à rétablir
why-no-selection = aucun texte sélectionné
why-one-record = un seul document est ouvert
why-no-paragraph = le curseur est hors des paragraphes
why-no-item = le curseur est hors des recommandations
part-closing = Clôture
part-filled = rempli
part-empty = vide
part-needed = requis et incomplet
hint-commands = Nom d’une commande ou mot du document
palette-nothing = Rien de ce nom
palette-in-record = dans ce document
palette-move = parcourir
palette-do = exécuter
panel-attendance = Présences
panel-checks = Vérification
output-others = Autres textes
panel-close = Fermer le panneau
tab-close = Fermer « {$name} »
error-not-kept = Les paramètres ou la liste des documents récents n’ont pas été enregistrés ({$detail}). Les fichiers sont restés tels quels. Vérifiez l’espace disque et les droits.
palette-count =
    { $count ->
        [0] aucun résultat
        [one] {$count} résultat
       *[other] {$count} résultats
    }


## Guide


## Journal and recovery

journal-full = Le disque est plein : ce que vous écrivez n’est plus conservé au fur et à mesure. Tout reste dans cette fenêtre et l’enregistrement est retenté sans arrêt. Libérez de la place, ou enregistrez le document ailleurs.
journal-stopped = Ce que vous écrivez n’a pas pu être conservé au fur et à mesure ({$detail}). Tout reste dans cette fenêtre et l’enregistrement est retenté sans arrêt. Enregistrez le document en lieu sûr.
journal-newer = Écrit par une version plus récente de ce programme (format {$version}). Resté tel quel. Mettez le programme à jour pour le récupérer.
journal-not-one = Le fichier ne commence pas comme un journal de saisie. Il est resté tel quel.
journal-too-large = Le journal de saisie est trop grand pour être lu. Il est resté tel quel.
journal-damaged = Le journal de saisie est abîmé à partir de l’octet {$byte}. Il est resté tel quel.
journal-unreadable = Le journal de saisie n’a pas pu être lu ({$detail}). Il est resté tel quel.
fault-happened = Mahdar s’est arrêté à cause d’un défaut du programme ({$place}).
fault-kept = Ce que vous avez écrit est conservé dans {$path} et vous sera proposé à la prochaine ouverture.
fault-report = Un compte rendu du défaut, sans rien de vos textes, se trouve dans {$path}

cmd-next-pane = Aller à la zone suivante de la fenêtre
cmd-previous-pane = Revenir à la zone précédente de la fenêtre
why-one-pane = Cet écran n’a pas d’autre zone
recovery-until = « {$name} » : saisie récupérée jusqu’à {$time}
recovery-until-day = « {$name} » : saisie récupérée jusqu’à {$time}, le {$day}
recovery-partly = « {$name} » : saisie récupérée, sauf la fin
recovery-base = « {$name} » : derniers mots perdus ; la version de départ est intacte
recovery-nothing = « {$name} » : rien n’a pu être récupéré de la saisie interrompue
recovery-nothing-unnamed = Rien n’a pu être récupéré d’une saisie interrompue
recovery-lost =
    { $count ->
        [0] la fin de la saisie est illisible
        [one] {$count} modification illisible est perdue ensuite
       *[other] {$count} modifications illisibles sont perdues ensuite
    }
recovery-kept = Fichier : {$file}
recovery-unnamed = pas encore enregistré dans un fichier
recovery-gone = son fichier n’est plus à sa place
recovery-unreadable = son fichier sur le disque est illisible
recovery-disk-changed = le fichier a changé depuis sur le disque
recovery-same = identique à la version sur le disque
recovery-added = {$added} de plus que sur le disque, {$where}
recovery-removed = {$removed} de moins que sur le disque, {$where}
recovery-replaced = {$added} de plus et {$removed} de moins que sur le disque, {$where}
recovery-in-paragraphs =
    { $count ->
        [0] hors des paragraphes
        [one] dans {$count} paragraphe
       *[other] dans {$count} paragraphes
    }
recovery-paragraphs =
    { $count ->
        [0] aucun paragraphe ne diffère du disque
        [one] {$count} paragraphe diffère du disque
       *[other] {$count} paragraphes diffèrent du disque
    }
recovery-facts =
    { $count ->
        [0] rien ne diffère hors des paragraphes
        [one] {$count} donnée diffère hors des paragraphes
       *[other] {$count} données diffèrent hors des paragraphes
    }
recovery-open = Ouvrir la version récupérée
recovery-both = Ouvrir les deux
recovery-compare = Comparer
recovery-discard = Ignorer
recovery-all = Afficher toutes les versions récupérées ({$count})
recovery-fewer = Afficher moins de versions
recovery-others =
    { $count ->
        [0] Aucun document récupéré
        [one] {$count} autre document, interrompu avant son enregistrement, a été récupéré
       *[other] {$count} autres documents, interrompus avant leur enregistrement, ont été récupérés
    }
recovery-show = Voir les versions récupérées
recovery-beside = {$name} (récupéré)
recovery-on-disk = {$name} (sur le disque)
recovery-discarded = La version récupérée de « {$name} » est écartée. Son journal reste dans {$folder}
recovery-not-discarded = Le journal de saisie n’a pas pu être écarté ({$detail}). Il reste à sa place et vous sera proposé au prochain démarrage.
recovery-resumed = Votre saisie est de nouveau conservée au fur et à mesure ; rien n’est perdu.



## Saving and backups

cmd-earlier = Versions précédentes…
cmd-copy-out = Copier le document et ses versions précédentes sur une clé USB
save-again = Réessayer
save-elsewhere = Enregistrer ailleurs
export-elsewhere = Exporter ailleurs
copy-elsewhere = Copier ailleurs
error-unsure = « {$path} » a été écrit, mais le disque ne l’a pas confirmé ({$detail}). Votre document reste ouvert ; l’ancien fichier peut revenir après une coupure de courant. Enregistrez de nouveau.
cli-error-unsure = « {$path} » a été écrit, mais le disque ne l’a pas confirmé ({$detail}). L’ancien fichier peut revenir après une coupure de courant. Relancez la commande.
warning-no-backup = « {$path} » est enregistré, mais aucune version précédente n’a pu être gardée. Vérifiez l’espace disque et les droits du dossier des versions.
copy-no-stick = Aucune clé USB inscriptible n’a été trouvée. Écrivez le dossier.
copy-sticks = Plusieurs clés USB sont branchées. Écrivez le dossier voulu.
copy-under-way = Copie en cours vers {$place}. Ne retirez pas la clé avant la fin.
copy-done = « {$name} » et ses versions précédentes sont copiés dans {$place}. Tout est sur la clé.
dialog-copy-title = Copier le document et ses versions précédentes
dialog-copy-button = Copier
earlier-title = Versions précédentes de « {$name} »
earlier-note = Une version est gardée à chaque enregistrement, les {$most} dernières au plus. En ouvrir ou en comparer une ne change pas votre document.
earlier-none = Pas encore de version précédente. Une version est gardée à chaque enregistrement, les {$most} dernières au plus.
earlier-copy = Copier sur une clé USB
earlier-open = Ouvrir une copie
earlier-when = {$day}, {$time}
earlier-about = {$words}, {$since}
earlier-same = identique au texte actuel
earlier-otherwise = autre chose que le texte a changé depuis : l’en-tête, l’ordre ou la mise en forme
earlier-both = {$added}, {$removed}
earlier-added =
    { $count ->
        [0] aucun mot ajouté depuis
        [one] {$count} mot ajouté depuis
       *[other] {$count} mots ajoutés depuis
    }
earlier-removed =
    { $count ->
        [0] aucun mot supprimé depuis
        [one] {$count} mot supprimé depuis
       *[other] {$count} mots supprimés depuis
    }
earlier-unreadable = cette version n’a pas pu être lue
earlier-name = {$name} (version du {$at})
earlier-now = {$name} (texte actuel)
toast-earlier = La version précédente est ouverte comme un nouveau document, pas encore enregistré


## Others at the same record

window-title-read-only = {$name} • lecture seule — Mahdar
why-read-only = Le fichier est ouvert ici en lecture seule
others-somebody = Quelqu’un d’autre
others-day-time = {$day}, {$time}
others-held = {$person} modifie ce fichier sur la machine {$machine} depuis {$since}.
others-held-here = Ce fichier est ouvert en modification dans une autre fenêtre de cette machine depuis {$since}.
others-held-unknown = Ce fichier semble ouvert en modification ailleurs.
others-held-detail = Il est ouvert ici en lecture seule.
others-open-copy = Ouvrir une copie
others-take-over = Prendre la main
others-freed = Ce fichier a été fermé à l’autre endroit.
others-freed-detail = Vous pouvez le modifier ici.
others-edit-now = Modifier maintenant
others-taken = {$person} a pris la main sur ce fichier sur la machine {$machine}, depuis {$since}.
others-taken-here = Une autre fenêtre de cette machine a pris la main sur ce fichier, depuis {$since}.
others-taken-unknown = Quelqu’un d’autre a pris la main sur ce fichier.
others-taken-detail = Ce que vous avez écrit reste ici ; le travail d’autrui ne sera pas remplacé sans vous demander.
others-save-copy = Enregistrer une copie
others-save-here = Enregistrer dans ce fichier
others-shared-title = Quelqu’un d’autre modifie ce fichier
others-shared-body = Enregistrer une copie à côté, ou enregistrer votre texte dans ce fichier ?
others-changed = Un autre programme a modifié ce fichier sur le disque ({$time}).
others-changed-detail = Votre texte est intact ici et n’est pas encore enregistré.
others-changed-clean = Vous voyez ici le texte d’avant.
others-changed-unreadable = Un autre programme a modifié ce fichier sur le disque ({$time}), et il est illisible. Votre document reste ouvert tel quel.
others-gone = Ce fichier a été supprimé du disque ou déplacé.
others-gone-detail = Votre document reste ouvert ici. Enregistrez-le pour l’écrire à nouveau.
others-compare = Comparer
others-open = Ouvrir
others-open-disk = Ouvrir la version du disque
others-reload = Recharger
others-reloaded = Fichier rechargé depuis le disque
others-keep = Garder mon texte
others-refused = Le fichier est ouvert ici en lecture seule. Ouvrez une copie ou prenez la main.
others-unwritable = Ce fichier, ou son dossier, est protégé en écriture.
others-unwritable-detail = Modifiez-le ici, puis enregistrez-le ailleurs.
others-copies-detail = Les deux sont gardées telles quelles.
others-copy-name = Copie de {$name}
others-disk-name = {$name} (disque)
others-in-copy = Dans l’autre copie
others-copies =
    { PLURAL($count) ->
        [one] À côté de ce fichier se trouve une copie différente : « {$name} ».
       *[other] À côté de ce fichier se trouvent {$count} copies différentes, dont « {$name} ».
    }



## Comparing

cmd-compare = Comparer avec un autre fichier
cli-compare-same = Aucune différence entre « {$a} » et « {$b} ».
cli-compare-one-input = Un seul des deux fichiers peut être « - » : il n’y a qu’une entrée standard.
compare-title = Comparaison
compare-none = Aucune différence entre les deux documents
compare-none-about = Tout y est identique : en-tête, présences, texte et commentaires.
compare-next = Différence suivante
compare-previous = Différence précédente
compare-unfold = Afficher les paragraphes inchangés
compare-fold = Replier les paragraphes inchangés
compare-data = Données du document
compare-text = Texte
compare-here = Chez vous
compare-on-disk = Sur le disque
compare-added = ajouté
compare-removed = supprimé
compare-moved = déplacé, c’était le paragraphe {$place}
compare-paragraph = Paragraphe {$place}
compare-named = {$name} :
compare-personal = donnée personnelle modifiée
compare-at = Différence {$at} sur {$all}
compare-unchanged =
    { $count ->
        [0] Aucun paragraphe inchangé
        [one] {$count} paragraphe inchangé
       *[other] {$count} paragraphes inchangés
    }
compare-blocks =
    { $count ->
        [0] aucun paragraphe modifié
        [one] {$count} paragraphe modifié
       *[other] {$count} paragraphes modifiés
    }
compare-facts =
    { $count ->
        [0] aucune donnée modifiée
        [one] {$count} donnée modifiée
       *[other] {$count} données modifiées
    }
compare-words-added =
    { $count ->
        [0] aucun mot ajouté
        [one] {$count} mot ajouté
       *[other] {$count} mots ajoutés
    }
compare-words-removed =
    { $count ->
        [0] aucun mot supprimé
        [one] {$count} mot supprimé
       *[other] {$count} mots supprimés
    }
compare-id = Identifiant du document
compare-template = Modèle
compare-letterhead = En-tête de lettre
compare-source = Fichier importé
compare-source-text = Texte importé
compare-label = Signe de numérotation
compare-recitals-written = tels quels
compare-recitals-clauses = un paragraphe par considérant, terminé par une virgule
compare-page = Format de page (mm)
compare-output = Texte du document
compare-place = Rang
compare-approval = Approbation
compare-seal = Sceau
compare-embargo = Pas avant
compare-other-people = Personnes sous d’autres identifiants
compare-other-groups = Groupes sous d’autres identifiants
compare-other-blocks = Paragraphes sous d’autres identifiants
compare-person = Personne
compare-attendee = Liste de présence
compare-presence = Présence
compare-group = Groupe
compare-aliases = Autres graphies du nom
compare-remark = Commentaire
compare-resolved = fermé
compare-suggestion = Modification suggérée
compare-suggests-text = dans le texte
compare-suggests-order = déplacement d’un paragraphe
compare-suggests-field = dans l’en-tête
compare-version = Version gardée
compare-otherwise = Autre différence
compare-marks = Mise en forme et révision
compare-mark-strike = barré
compare-mark-colour = couleur
compare-mark-language = autre langue
compare-mark-inserted = ajout suggéré
compare-mark-deleted = suppression suggérée
compare-mark-remark = commentaire
compare-kind = Nature
compare-audience = Lecteurs du paragraphe
compare-joined = fusion suggérée avec le précédent
compare-prompt = Ce que le modèle demande
compare-note-mark = Nature de la note
compare-task = tâche
compare-vote = {$yes} pour, {$no} contre, { $abstained ->
        [one] {$abstained} abstention
       *[other] {$abstained} abstentions
    }


## Damaged and older files, limits

limit-blocks = Un document contient au plus {$count} paragraphes.
limit-paragraph = Un paragraphe contient au plus {$count} caractères.
limit-marks = Un paragraphe contient au plus {$count} mises en forme et champs.
limit-people = Un document contient au plus {$count} personnes.
limit-groups = La liste de présence contient au plus {$count} groupes.
limit-remarks = Un document contient au plus {$count} commentaires, suggestions ou versions gardées.
limit-line = Un champ contient au plus {$count} caractères.
limit-record = Un document occupe au plus {$count} Mo.
limit-list = Un fichier contient au plus {$count} éléments.
limit-entries = Un fichier contient au plus {$count} éléments.
limit-reached = {$beyond} Le document est resté tel qu’avant cette commande. Répartissez le texte en paragraphes ou en documents plus petits.
error-beyond = « {$path} » n’a pas été ouvert. {$beyond} Le fichier est intact. Divisez-le en documents plus petits dans un éditeur de texte.
older-format = « {$path} » est écrit dans un format plus ancien ({$version}). Le fichier est intact ; il ne passera au format actuel que si vous l’enregistrez.
cli-older = « {$path} » est écrit dans un format plus ancien ({$version}). Ce qui en sera enregistré le sera dans le format actuel.
cli-usage-salvage = mahdar salvage FILE -o OUT : récupère dans un nouveau fichier ce qui reste lisible d’un fichier endommagé
cli-salvage-exists = « {$path} » existe déjà et n’a pas été remplacé. Donnez un autre nom après -o.
salvage-nothing = Rien n’est lisible dans « {$path} ». Le fichier est intact. Ouvrez une copie de secours s’il y en a une.
salvage-offer = Ouvrir une copie de ce qui est lisible
salvage-offer-backup = Ouvrir la dernière copie de secours
salvage-opened = Voici une copie, pas encore enregistrée, de ce qui est lisible dans « {$path} ». Le fichier endommagé est resté tel quel. { $count ->
    [0] Rien n’en est perdu.
    [one] Un endroit était endommagé.
    *[other] {$count} endroits étaient endommagés.
}
salvage-show = Voir ce qui était endommagé
salvage-title = Ce qui était endommagé dans « {$path} »
salvage-about = Tout le reste est dans la copie ouverte. Les numéros sont ceux des lignes du fichier endommagé.
salvage-part-head = début du fichier
salvage-part-field = champ de l’en-tête
salvage-part-output = un des textes
salvage-part-person = personne
salvage-part-attendee = ligne de la liste de présence
salvage-part-block = paragraphe
salvage-part-remark = commentaire
salvage-part-change = suggestion
salvage-part-version = version gardée
salvage-part-unknown = partie inconnue
salvage-left-words = seuls les mots restent, réservés au procès-verbal
salvage-left-most = presque tout est resté
salvage-left-letters = tout est resté, sauf des lettres remplacées par �
salvage-left-renamed = tout est resté, sous un autre identifiant car il servait déjà
salvage-left-nothing = rien n’en reste
salvage-lost = Ligne {$line}, {$part} : {$left}.
salvage-missing = {$part} : {$left}.
salvage-more = { PLURAL($count) ->
    [one] Et un autre endroit.
    *[other] Et {$count} autres endroits.
}
salvage-untitled = Récupéré de {$name}



## Invisible characters

cmd-invisibles = Caractères invisibles
list-and = {$before}, {$next}
toast-cleaned = Texte collé après nettoyage : {$what}
cleaned-file = Les textes de ce document ont été nettoyés à l’ouverture.
cleaned-file-kept = Le fichier lui-même n’a pas changé.
cleaned-what = {$what}. Le fichier lui-même n’a pas changé.
cli-cleaned = Textes nettoyés : {$what}
hygiene-directions =
    { $count ->
        [one] {$count} caractère de direction retiré
       *[other] {$count} caractères de direction retirés
    }
hygiene-invisible =
    { $count ->
        [one] {$count} caractère invisible retiré
       *[other] {$count} caractères invisibles retirés
    }
hygiene-no-break =
    { $count ->
        [one] {$count} espace insécable rendue ordinaire
       *[other] {$count} espaces insécables rendues ordinaires
    }
hygiene-spaces =
    { $count ->
        [one] {$count} espace spéciale rendue ordinaire
       *[other] {$count} espaces spéciales rendues ordinaires
    }
hygiene-tatweel =
    { $count ->
        [one] {$count} tatweel retiré
       *[other] {$count} tatweels retirés
    }
hygiene-forms =
    { $count ->
        [one] {$count} forme de présentation rendue à sa lettre
       *[other] {$count} formes de présentation rendues à leurs lettres
    }
hygiene-marks =
    { $count ->
        [one] {$count} signe en trop retiré
       *[other] {$count} signes en trop retirés
    }
hygiene-composed =
    { $count ->
        [one] {$count} lettre réunie à ses signes
       *[other] {$count} lettres réunies à leurs signes
    }

# Contrôles
only-digits = Seuls des chiffres s’écrivent ici
menu-go = Aller à
settings-invisibles = Montrer les caractères invisibles sur la page
preview-laying = Mise en pages : { $pages ->
    [one] { $pages } page jusqu’ici
   *[other] { $pages } pages jusqu’ici
}

# Import
import-error-empty = « {$path} » est vide. Rien n’a été modifié. Choisissez un autre fichier.
import-error-too-big = « {$path} » dépasse 64 Mo. Il n’a pas été lu et rien n’a été modifié. Divisez-le, ou collez-en ce qu’il vous faut.
import-error-binary = « {$path} » n’est ni un texte, ni HTML, ni DOCX. Rien n’a été modifié. Enregistrez-le en DOCX depuis son programme, puis importez-le.
import-error-encrypted = « {$path} » est protégé par un mot de passe. Il n’a pas été lu et rien n’a été modifié. Ouvrez-le dans son programme, enregistrez-le sans mot de passe, puis importez-le.
import-error-old-word = « {$path} » est dans l’ancien format de Word (avant 2007). Il n’a pas été lu et rien n’a été modifié. Ouvrez-le dans Word ou LibreOffice et enregistrez-le en DOCX.
import-error-not-docx = « {$path} » est un fichier compressé, mais pas un DOCX. Rien n’a été modifié. Enregistrez le texte en DOCX depuis son programme, puis importez-le.
import-error-damaged = « {$path} » est endommagé ou incomplet. Rien n’en a été lu et rien n’a été modifié. Copiez-le ou téléchargez-le de nouveau, ou ouvrez-le dans son programme et enregistrez-le.
import-error-bomb = « {$path} » grossit à la décompression plus qu’aucun texte. Il n’a pas été lu et rien n’a été modifié. Ne l’ouvrez pas si vous ne savez pas d’où il vient.
import-error-too-deep = Les éléments de « {$path} » sont imbriqués plus qu’en aucun texte. Il n’a pas été lu et rien n’a été modifié. Ouvrez-le dans son programme et collez son texte ici.
import-error-no-text = Il n’y a pas de texte dans « {$path} ». Rien n’a été modifié. S’il s’agit d’une page numérisée, son texte doit être saisi.
import-error-record = « {$path} » est un document de ce programme. Rien n’a été modifié. Ouvrez-le au lieu de l’importer.
import-encoding = texte converti depuis {$name}
cli-import-one-output = Le document et le rapport de --json ne peuvent aller tous deux à la sortie standard. Donnez un fichier après -o.
dialog-import-title = Importer un texte
dialog-import-button = Importer
dialog-filter-texts = Textes (DOCX, HTML, MD, TXT)
home-import = Importer un texte
import-reading = Lecture de « {$path} »…
import-clipboard = le presse-papiers
import-done = « {$path} » est devenu un document, pas encore enregistré.
import-pasted = Le texte collé est devenu un document.
import-found = On y trouve {$what}.
import-told = À la lecture : {$what}.
import-plain = Coller tel quel
import-let-go = Annuler l’import
import-whole = Ce que vous avez collé semble être un texte entier.
import-whole-detail = Il peut être lu comme un document à part, avec son titre, sa date et ses axes.
import-as-record = En faire un document
import-unreadable =
    { $count ->
        [one] {$count} caractère illisible, remplacé par �
       *[other] {$count} caractères illisibles, remplacés par �
    }
import-macros =
    { $count ->
        [one] macros présentes, ni lues ni exécutées
       *[other] {$count} modules de macros, ni lus ni exécutés
    }
import-scripts =
    { $count ->
        [one] {$count} script, ni lu ni exécuté
       *[other] {$count} scripts, ni lus ni exécutés
    }
import-hidden =
    { $count ->
        [one] {$count} passage caché laissé de côté
       *[other] {$count} passages cachés laissés de côté
    }
import-pictures =
    { $count ->
        [one] {$count} image laissée de côté
       *[other] {$count} images laissées de côté
    }
import-comments =
    { $count ->
        [one] {$count} commentaire laissé de côté
       *[other] {$count} commentaires laissés de côté
    }
import-insertions =
    { $count ->
        [one] {$count} insertion suivie, prise
       *[other] {$count} insertions suivies, prises
    }
import-deletions =
    { $count ->
        [one] {$count} suppression suivie, laissée de côté
       *[other] {$count} suppressions suivies, laissées de côté
    }
import-tables =
    { $count ->
        [one] {$count} tableau, dont chaque ligne est un paragraphe
       *[other] {$count} tableaux, dont chaque ligne est un paragraphe
    }
import-footnotes =
    { $count ->
        [one] {$count} note, mise à la fin du texte
       *[other] {$count} notes, mises à la fin du texte
    }
import-text-boxes =
    { $count ->
        [one] {$count} zone de texte, mise après son paragraphe
       *[other] {$count} zones de texte, mises après leur paragraphe
    }
import-page-margins =
    { $count ->
        [one] {$count} ligne d’en-tête ou de pied de page, gardée avec le seul texte d’origine
       *[other] {$count} lignes d’en-tête ou de pied de page, gardées avec le seul texte d’origine
    }
import-objects =
    { $count ->
        [one] {$count} objet d’un autre programme laissé de côté
       *[other] {$count} objets d’autres programmes laissés de côté
    }
import-has-paragraphs =
    { $count ->
        [one] {$count} paragraphe
       *[other] {$count} paragraphes
    }
import-has-recommendations =
    { $count ->
        [one] {$count} recommandation
       *[other] {$count} recommandations
    }
import-has-people =
    { $count ->
        [one] {$count} personne
       *[other] {$count} personnes
    }
import-has-findings =
    { $count ->
        [one] {$count} point à revoir
       *[other] {$count} points à revoir
    }
# What an import guessed.
compare-source-guesses = Hypothèses sur le texte importé
guess-certain = certain
guess-likely = probable
guess-unsure = incertain
finding-guess-kind = Pris pour : {$kind} ({$how}) ; paragraphes : {$count}
finding-guess-title = Pris pour le titre ({$how})
finding-guess-output = Nature du texte : {$kind} ({$how})
finding-guess-field = Lu dans le texte pour l’en-tête ({$how}) : {$fields}
finding-guess-residue = Reste d’une page web, barré ({$how}) : « {$words} »
finding-guess-fused = Deux points se suivent peut-être sur une même ligne
finding-guess-list-end = On ne sait pas si la liste s’arrête avant ce paragraphe
finding-guess-label = La source portait ici « {$words} » ; le numéro suit désormais la place
finding-guess-unlabelled = La source ne numérotait pas ce point ; il l’est désormais
finding-guess-agenda = Ce paragraphe dit l’ordre du jour ({$how})
finding-guess-attendance = Ce paragraphe dit qui était présent ({$how})
finding-guess-deadline = Un délai est fixé ici ({$how})
finding-guess-next = La prochaine réunion est annoncée ici ({$how})
finding-guess-quotation = Une citation commence ici ({$how})
finding-guess-dateline = Le titre s’ouvre sur un nom de lieu ({$how})
finding-guess-matter = Objet de la décision, lu dans ses mots ({$how}) : {$kind}, {$words}
finding-guess-vote = Vote, lu dans ses mots ({$how}) : {$words}
finding-guess-roll = La liste de présence était écrite autrement dans la source (endroits : {$count}) : « {$words} »
finding-guess-column = Le tableau de présence porte des données sans place dans l’en-tête (lignes : {$count}) : « {$words} »
finding-guess-repeated = Phrase qui annonce l’ordre du jour, barrée puisque son titre s’écrit au-dessus : « {$words} »
check-guess-kind = {$kind}
check-guess-kind-why = Classé ainsi à l’import ({$how}) ; paragraphes : {$count}. Confirmez ou choisissez une autre nature.
check-guess-title = Ligne prise pour le titre
check-guess-title-why = Elle se tient en tête comme un titre ({$how}). Confirmez ou corrigez.
check-guess-output = Nature du texte : {$kind}
check-guess-output-why = Reconnue à ses formules ({$how}). Confirmez, ou changez-la en haut de la fenêtre.
check-guess-field = {$fields}
check-guess-field-why = Lu dans le texte et mis dans l’en-tête ({$how}). Relisez puis confirmez.
guess-held = {$field} : {$held}
guess-held-more = {$told}… (champs : {$count})
check-guess-residue = Reste d’une page web
check-guess-residue-why = « {$words} » est barré ({$how}) et ne sera pas publié. Supprimez-le ou gardez-le.
check-guess-fused = Deux points sur une ligne ?
check-guess-fused-why = Cette ligne tient peut-être deux points. Séparez-les, ou laissez-la telle quelle.
check-guess-list-end = La liste finit-elle ici ?
check-guess-list-end-why = Le texte ne dit pas si ce paragraphe appartient à la liste qui précède.
check-guess-label = Le numéro a changé
check-guess-label-why = Il portait « {$words} » dans la source ; son numéro suit désormais sa place.
check-guess-unlabelled = Numéroté désormais
check-guess-unlabelled-why = Ce point n’avait pas de numéro dans la source ; il en a un selon sa place.
check-guess-agenda = L’ordre du jour dans le texte
check-guess-agenda-why = Ce paragraphe énonce l’ordre du jour ({$how}).
check-guess-attendance = Les présents dans le texte
check-guess-attendance-why = Ce paragraphe dit qui était présent ({$how}).
check-guess-deadline = Une échéance dans le texte
check-guess-deadline-why = Ce paragraphe fixe une échéance ({$how}).
check-guess-next = La prochaine réunion dans le texte
check-guess-next-why = Ce paragraphe annonce la prochaine réunion ({$how}).
check-guess-quotation = Une citation
check-guess-quotation-why = Une citation commence ici ({$how}). Confirmez, ou faites-en un paragraphe de citation.
check-guess-dateline = Un lieu dans le titre
check-guess-dateline-why = Le titre s’ouvre sur un nom de lieu ({$how}).
check-guess-matter = Objet de la décision : {$kind}
check-guess-matter-why = Lu dans les mots du paragraphe ({$how}) : {$words}. Confirmez, ou changez-le dans les détails de la décision.
check-guess-vote = Vote : {$words}
check-guess-vote-why = Lu dans les mots du paragraphe ({$how}). Confirmez, ou changez-le dans les détails de la décision.
check-guess-roll = Liste de présence écrite autrement
check-guess-roll-why = La source porte « {$words} » (endroits : {$count}). La liste s’écrit maintenant depuis l’en-tête ; le texte importé est gardé tel quel.
check-guess-column = Colonne non comprise
check-guess-column-why = Le tableau de présence porte « {$words} » (lignes : {$count}), sans champ correspondant. C’est gardé avec le texte importé ; reprenez-en ce qu’il vous faut.
check-guess-repeated = Annonce répétée de l’ordre du jour
check-guess-repeated-why = « {$words} » est barré puisque le titre de l’ordre du jour s’écrit au-dessus. Supprimez-le ou gardez-le.
check-source-kept = Le texte importé est encore gardé
check-source-kept-why = « {$name} » reste entier avec le document, jusqu’à ce que vous ayez vérifié que rien n’en manque. Laissez-le partir une fois relu.
finding-source-kept = Le texte importé « {$name} » est encore gardé avec le document
guess-confirm = C’est juste
guess-confirm-all = Tout ce qui est {$how} est juste
guess-plain = Simple paragraphe
guess-decision = Décision
guess-intervention = Intervention
guess-shallower = Un niveau plus haut
guess-deeper = Un niveau plus bas
guess-join = Joindre au précédent
guess-delete = Supprimer
guess-restore = Garder
guess-split = Couper en deux
guess-leave = Laisser tel quel
guess-ends = La liste s’arrête ici
guess-goes-on = C’est un point
guess-quote = En faire une citation
guess-dismiss = L’écarter
panel-source = Source
cmd-panel-source = Panneau du texte importé
cmd-dismiss-source = Écarter le texte importé
origin-none = Ce document n’a pas été importé, ou sa source a été écartée.
origin-pasted = Texte collé
why-not-imported = Ce document ne garde aucun texte importé.
# Insérer dans le texte
cmd-insert = Insérer au curseur
cmd-open-entry = Ouvrir la case du champ dans l’en-tête
cmd-freeze = Figer le champ en toutes lettres
cmd-freeze-all = Figer les champs du paragraphe
cmd-keep-phrase = Garder comme formule
why-no-field = Placez le curseur sur un champ du texte
why-no-fields = Ce paragraphe n’a pas de champ
why-no-words = Ce paragraphe est vide
insert-hint = Champ, formule ou personne
insert-nothing = Rien de ce nom
insert-fields = Champs
insert-phrases = Formules
insert-people = Personnes
insert-do = insérer
insert-section = section suivante
insert-form = autre forme
insert-forget = oublier
phrases-opening = ouverture
phrases-context = contexte
phrases-recital = considérant
phrases-enacting = adoption
phrases-intervention = intervention
phrases-decision = décision
phrases-recommendation = recommandation
phrases-closing = clôture
phrases-un = style onusien
toast-field-inserted = Le champ est inséré dans le texte, au curseur
toast-no-entry = Ce champ n’a pas de case dans l’en-tête
toast-nothing-to-freeze = Ce champ n’a pas encore de valeur : il reste tel quel
toast-frozen =
    { $count ->
        [one] Le champ est figé : il ne suit plus l’en-tête
       *[other] {$count} champs sont figés : ils ne suivent plus l’en-tête
    }
toast-phrase-kept = La formule est gardée parmi les vôtres
toast-phrase-forgotten = La formule est oubliée et ne sera plus proposée
field-into-text = Insérer « {$name} » dans le texte
## The roster

roster-title = Carnet des personnes
cmd-sheet = Feuille d’émargement
cmd-close-notice = Masquer l’avis
dialog-filter-tables = Tableaux CSV
roster-count =
    { $count ->
        [0] personne pour l’instant
        [one] { $count } personne
       *[other] { $count } personnes
    }
roster-search = Chercher par nom, qualité ou instance
roster-empty = Le carnet est encore vide. Ajoutez une personne, collez un tableau depuis un tableur, ou gardez ici une liste de présence.
roster-none-found = Personne ne correspond à la recherche.
roster-form-empty = Choisissez une personne pour modifier sa fiche, ou ajoutez-en une.
roster-file = Tableau d’un fichier…
roster-paste = Coller un tableau
roster-clipboard = le presse-papiers
roster-chosen =
    { $count ->
        [0] Tout choisir
        [one] { $count } personne choisie
       *[other] { $count } personnes choisies
    }
roster-nobody = Choisissez d’abord une personne
roster-join = Mettre sur la liste de présence
roster-remove = Retirer du carnet
roster-removed =
    { $count ->
        [0] Personne n’a été retiré
        [one] { $count } personne retirée du carnet
       *[other] { $count } personnes retirées du carnet
    }
roster-undone = Le carnet est de nouveau comme avant
roster-merged = Les deux noms ne font plus qu’une personne
roster-imported =
    { $count ->
        [0] Rien de nouveau dans le carnet
        [one] { $count } personne entrée dans le carnet
       *[other] { $count } personnes entrées dans le carnet
    }
roster-gender-unknown = Genre non précisé
roster-needs-name = Il faut un nom
roster-aliases = Autres graphies du nom
roster-hint-aliases = Benabdallah ; Ben Abdallah
roster-alike = Aussi dans le carnet : { $name }
roster-merge = C’est la même personne
roster-table-of = Tableau : { $name }
roster-table-note = Vérifiez ce qui entrera dans le carnet, et appuyez sur Entrée sur une ligne pour en décider autrement. Rien ne change avant votre accord.
roster-no-names = Ce tableau n’a pas de colonne de noms : indiquez laquelle les contient. Rien n’a changé dans le carnet.
roster-no-heads = Les colonnes de ce tableau n’ont pas de titre : vérifiez ce que contient chacune.
roster-converted = Le texte a été converti depuis { $name }.
roster-nameless =
    { $count ->
        [0] Chaque ligne a un nom.
        [one] { $count } ligne sans nom a été laissée de côté.
       *[other] { $count } lignes sans nom ont été laissées de côté.
    }
roster-column = Colonne { $number }
roster-is-new = Nouveau
roster-is-known = Déjà connu, rien de nouveau
roster-is-richer = Déjà connu, à compléter
roster-is-like = Ressemble à « { $name } »
roster-is-twice = En double : « { $name } »
roster-same = Même personne
roster-other = Autre personne
roster-is-skipped = Laissé de côté
roster-choose-new = Ajouter comme nouvelle personne
roster-choose-same = C’est « { $name } »
roster-choose-skip = Ne pas ajouter
roster-of-record = De la liste de présence au carnet
roster-record-note = Le carnet contient des noms proches de certains de ceux-ci. Appuyez sur Entrée sur une ligne pour dire qui c’est. Rien ne change avant votre confirmation.
roster-take =
    { $count ->
        [0] Rien à faire entrer
        [one] Faire entrer { $count } personne
       *[other] Faire entrer { $count } personnes
    }
roster-nothing-new = Tous sont déjà dans le carnet
roster-counts = Nouveaux : { $new } · réunis : { $joined } · connus : { $known }
table-empty = Ce tableau n’a aucune ligne. Rien n’a changé dans le carnet.
table-too-many = Ce tableau a plus de { $count } lignes. Divisez-le et faites entrer chaque partie. Rien n’a changé dans le carnet.
table-no-text = Ce fichier n’est pas un tableau en texte. Enregistrez-le en CSV depuis le tableur et réessayez. Rien n’a changé dans le carnet.
column-none = Laisser de côté
column-name = Nom complet
column-given = Prénom
column-family = Nom de famille
column-latin = Nom en lettres latines
column-title = Titre
column-gender = Genre
column-role = Qualité
column-body = Instance
column-phone = Téléphone
column-identity = Numéro de la carte nationale
column-aliases = Autres graphies du nom


## The panel of those present

panel-roll = Appel
panel-invited = Convocations
panel-all = Tous
panel-all-present = Tous présents
panel-answers-count = Changer les réponses en présences
why-all-said = Toutes les présences sont indiquées
why-no-answers = Aucune réponse à changer en présence
why-nobody-listed = La liste de présence est vide
cmd-sort-name = Trier la liste par nom
cmd-sort-presence = Trier la liste par présence
answer-key-none = ?
answer-key-invited = I
answer-key-confirmed = C
answer-key-declined = D
quorum-since = Atteint à { $time } avec les retardataires
quorum-takes = Comptent les présents à l’ouverture et les représentés, sans les invités ni les groupes ; un départ anticipé n’enlève rien.
quorum-late =
    { $count ->
        [0] aucun retard
        [one] { $count } arrivé après l’ouverture
       *[other] { $count } arrivés après l’ouverture
    }


## Findings about people

finding-genders-unknown = Autres personnes de la liste dont le genre n’est pas précisé : {$count}
finding-holds-several = « {$name} » représente {$count} membres
finding-proxy-away = « {$name} » représente un membre sans être noté présent
check-genders-unknown = Genre non précisé pour d’autres : {$count}
check-genders-unknown-why = Leur mention reste ouverte entre masculin et féminin dans la liste. Précisez le genre à côté de chaque nom.
check-holds-several = « {$name} » représente {$count} membres
check-holds-several-why = La plupart des statuts n’admettent qu’une procuration par membre. Vérifiez la règle qui s’applique.
check-proxy-away = « {$name} » représente un membre sans être noté présent
check-proxy-away-why = Seul un membre présent en représente un autre. Notez sa présence ou changez le mandataire.
finding-over-members = Plus de membres présents ({$present}) que l’instance n’en compte ({$members})
check-over-members = Plus de membres présents ({$present}) que l’instance n’en compte ({$members})
check-over-members-why = Aucun quorum ne se calcule ainsi. Corrigez le nombre de membres, ou notez comme invité qui n’est pas membre.
fix-members-listed = Prendre le nombre de la liste de présence ({$listed})

## Find, replace, going to a place, counts

find-whole = Mot entier
find-attached = Avec préfixes
find-attached-why = Pour les mots entiers seulement
find-exact = Lettres exactes
find-count = {$at} sur {$count}
find-none = Aucun résultat
find-none-of = Aucun résultat pour « {$words} »
find-looking = Recherche…
find-with = Remplacer par
find-with-hint = Remplacer par…
find-replace = Remplacer
find-replace-all = Tout remplacer
find-bound = Ces mots ne se remplacent pas sur place
find-live = Mots d’un champ vivant, écrits dans sa case
find-made = Mots écrits par le programme
find-entry = Ouvrir la case
find-go = Y aller
find-in = {$part}, {$name} :
find-people = Personnes
find-beside = Données du paragraphe {$number} :
find-remark = Commentaire de relecture :
find-replaced =
    { PLURAL($count) ->
        [zero] Rien n’a été remplacé.
        [one] Un endroit remplacé.
       *[other] {$count} endroits remplacés.
    }
find-unlisted = « {$name} » ne figure pas dans la liste des régions et provinces : sa case reste inchangée.
find-left =
    { PLURAL($count) ->
        [zero] Il n’en reste aucun.
        [one] Il en reste un dans un champ vivant ou une donnée qui ne change que dans sa case.
       *[other] Il en reste {$count} dans des champs vivants ou des données qui ne changent que dans leur case.
    }
change-replacing = Remplacement
region-find = Rechercher et remplacer
cmd-goto = Atteindre
goto-field-hint = Un numéro, « rec 3.2 » ou « page 2 »
goto-hint = Écrivez le numéro d’un paragraphe, d’une page ou d’un axe, « rec 3.2 » ou « point 4 ».
goto-paragraph = Paragraphe {$number}
goto-page = Page {$number}
goto-recommendation = Recommandation {$number}
goto-axis = Axe {$number}
goto-agenda = Point {$number} de l’ordre du jour
goto-none = Rien dans ce document ne porte le numéro {$number}.
goto-no-paragraph = Aucun paragraphe de ce numéro. Paragraphes : {$count}.
goto-no-page = Aucune page de ce numéro. Pages : {$count}.
goto-no-recommendation = Aucune recommandation de ce numéro. Recommandations avec leurs axes : {$count}.
goto-no-axis = Aucun axe de ce numéro. Axes : {$count}.
goto-no-agenda = Aucun point de ce numéro. Points de l’ordre du jour : {$count}.
cmd-counts = Statistiques
counts-selected = Sélection
counts-words = Mots
counts-characters = Caractères, espaces comprises
counts-letters = Caractères sans espaces
counts-paragraphs = Paragraphes
counts-recommendations = Recommandations
counts-pages = Pages
status-words-of =
    { PLURAL($count) ->
        [zero] Aucun mot
        [one] {$some} sur un mot
       *[other] {$some} sur {$count} mots
    }
## Lists on the page
cmd-to-items = Convertir en points
cmd-to-paragraphs = Convertir en paragraphes
cmd-split-items = Séparer les points d’une même ligne
cmd-remove-items = Supprimer les paragraphes choisis et ce qui en dépend
why-not-fused = aucun point à séparer ici
handle-carry = Glisser pour déplacer, avec ce qui en dépend
handle-carried = { $count ->
    [one] {$count} paragraphe
   *[other] {$count} paragraphes
}
detail-mixed = valeurs différentes
detail-several = { $count ->
    [one] Ce qui est saisi ici vaut pour {$count} recommandation choisie
   *[other] Ce qui est saisi ici vaut pour les {$count} recommandations choisies
}
toast-follow-up-gone = { $count ->
    [one] Le suivi d’une recommandation a été retiré ; Ctrl Z le rétablit
   *[other] Le suivi de {$count} recommandations a été retiré ; Ctrl Z le rétablit
}
menu-labels-axis = Numéros des axes
menu-labels-section = Numéros des sections
menu-labels-item = Numéros des points
menu-labels-subitem = Numéros des sous-points
finding-fused = Cette recommandation réunit plusieurs points numérotés
finding-fused-split = Les séparer
check-fused = Cette recommandation réunit plusieurs points numérotés
check-fused-why = Chaque point numéroté est une recommandation suivie pour elle-même. Ce qui précède le premier numéro reste en place, chaque numéro devient un point.

## The live session

live-back = Retour au texte
live-send = Transférer les notes dans le texte
live-send-one = Transférer dans le texte
why-no-notes = Aucune note à transférer
live-queue = Orateurs
live-queue-add = Ajouter un orateur
live-queue-next = Orateur suivant
live-queue-whom = Nom de qui demande la parole
live-queue-remove = Retirer « { $name } » de la liste des orateurs
live-queue-more =
    { $count ->
        [one] et { $count } autre orateur
       *[other] et { $count } autres orateurs
    }
live-speaks = Parole à : { $name }
live-waits = { $number }. { $name } : donner la parole
live-item = Point en cours
live-item-next = Point suivant
live-item-previous = Point précédent
live-decision = Décision
live-task = Tâche
live-quote = Citation
live-mark-decision = Marquer la note comme décision
live-mark-task = Marquer la note comme tâche
live-mark-quote = Marquer la note comme citation
live-mark-none = Ôter la marque de la note
live-turn = Passer de la ligne à l’appel
live-turn-short = passer
live-keep = garder
live-line = Nouvelle note
live-line-of = Note de { $name }
live-hint = Écrivez ce qui se dit, ou le nom de qui parle
live-several = Groupe
live-cancel = Annuler
live-remove = Supprimer la note
live-correcting = Correction de la note de { $time }
live-empty = Aucune note pour l’instant
live-empty-about = Écrivez sur la ligne ci-dessous puis Entrée : la note est gardée avec son heure, dans le PV seulement
live-roll-mark = { $name } : marquer { $presence }
live-roll-opens = sa fiche
live-roll-adds = l’ajouter, présent
live-roll-leaves = revenir au nom
live-present =
    { $count ->
        [one] { $count } présent
       *[other] { $count } présents
    }
live-excused =
    { $count ->
        [one] { $count } excusé
       *[other] { $count } excusés
    }
live-absent =
    { $count ->
        [one] { $count } absent
       *[other] { $count } absents
    }
live-noted =
    { $count ->
        [one] { $count } note prise
       *[other] { $count } notes prises
    }
live-sent =
    { $count ->
        [one] { $count } note transférée dans le texte. Ctrl Z pour revenir
       *[other] { $count } notes transférées dans le texte. Ctrl Z pour revenir
    }
detail-verb = Verbe
detail-verb-none = Sans verbe


## Findings about votes

finding-vote-over = Le total des voix ({$sum}) dépasse le nombre de présents ({$present})
finding-vote-under = Le total des voix ({$sum}) est inférieur au nombre de présents ({$present})
finding-vote-differs = Le vote dit dans le texte ({$said}) diffère du vote enregistré ({$kept})
check-vote-over = Le total des voix ({$sum}) dépasse le nombre de présents ({$present})
check-vote-over-why = Seuls votent les présents et les représentés. Vérifiez les voix ou la liste de présence.
check-vote-under = Le total des voix ({$sum}) est inférieur au nombre de présents ({$present})
check-vote-under-why = Qui est présent et ne vote pas compte le plus souvent comme abstention, sauf départ avant le vote.
check-vote-differs = Le vote dit dans le texte ({$said}) diffère du vote enregistré ({$kept})
check-vote-differs-why = Un vote ne s’écrit pas de deux façons. Prenez ce que dit le texte ou corrigez sa phrase.
fix-vote-abstained = Compter le reste en abstentions ({$rest})
fix-vote-said = Enregistrer ce que dit le texte : {$said}
vote-counted = {$yes} pour, {$no} contre, { $abstained ->
        [one] {$abstained} abstention
       *[other] {$abstained} abstentions
    }
## The next meeting
home-next-title-session = Prochaine session : {$body}
home-next-title-gathering = Prochaine rencontre : {$body}
home-next-title-congress = Prochain congrès : {$body}
home-next-title-assembly = Prochaine assemblée générale : {$body}
home-next-title-meeting = Prochaine réunion : {$body}
home-next-unset = Date non fixée
home-next-carries = À reprendre : {$what}
home-next-items =
    { $count ->
        [0] Aucun point
        [one] {$count} point de l’ordre du jour
       *[other] {$count} points de l’ordre du jour
    }
home-next-recommendations =
    { $count ->
        [0] Aucune recommandation
        [one] {$count} recommandation non réalisée
       *[other] {$count} recommandations non réalisées
    }
next-made = Voici le document de la prochaine réunion, pas encore enregistré.
next-invited =
    { $count ->
        [0] Personne à convoquer
        [one] {$count} personne à convoquer
       *[other] {$count} personnes à convoquer
    }
next-let-go = Annuler la préparation
why-no-meeting = aucun document précédent d’où préparer la prochaine réunion

## Bodies
bodies-title = Nos instances
bodies-empty = Aucune instance. Saisissez la vôtre une fois : tout nouveau document commence avec son en-tête et ses signataires.
bodies-add = Nouvelle instance
bodies-of-record = Depuis le document ouvert
bodies-import = Importer une instance
bodies-unnamed = Instance sans nom
bodies-needs-name = Écrivez d’abord le nom de l’instance
bodies-signatories = Signataires, un par ligne
bodies-hint-signatories = السيدة نعيمة السوسي، الكاتبة الجهوية
bodies-logo-label = Logo
bodies-logo = Choisir un logo
bodies-logo-remove = Retirer le logo
bodies-last-number = Dernier numéro de {$year}
bodies-next-number = Suivant : {$number}
bodies-number-note = Avance à chaque numéro donné à un document de cette instance.
bodies-dress = Donner au document
bodies-choose = Pour les nouveaux
bodies-is-chosen = Les nouveaux documents portent cette instance
bodies-share = Exporter dans un fichier
bodies-remove = Supprimer
bodies-removed = L’instance « {$name} » est supprimée.
bodies-undone = L’instance est comme avant.
bodies-dressed = Le document porte désormais l’instance « {$name} ».
bodies-shared = L’instance « {$name} », son logo et ses modèles sont dans un seul fichier.
bodies-imported = L’instance « {$name} » est ajoutée.
bodies-brought = Son fichier contenait : {$what}.
bodies-brought-logo = un logo
bodies-brought-signatories = { $count ->
    [one] un signataire
   *[other] {$count} signataires
}
bodies-brought-templates = { $count ->
    [one] un modèle
   *[other] {$count} modèles
}
bodies-merged = L’instance « {$name} » est mise à jour d’après le fichier.
bodies-not-one = Le fichier « {$path} » ne contient pas d’instance. Rien n’a changé. Demandez un fichier dont le nom finit par mahdar-body.
cmd-dress = Attribuer le document à l’instance : {$name}
cmd-take-number = Insérer le numéro d’ordre suivant
why-no-body = le document ne porte aucune de vos instances
number-take = Insérer {$number}
fix-take-number = Insérer {$number}
number-taken = Numéro d’ordre inséré : {$number}.
number-there = Ce texte a déjà un numéro : {$number}.
number-twice = Le numéro {$number} est déjà celui d’un autre document de cette instance : {$title}.
logo-missing = Le logo « {$name} » n’est ni à côté du document ni parmi vos instances. Le document s’imprime sans lui.
picture-not-one = Le fichier « {$path} » n’est pas une image PNG ou JPEG valable. Le logo est resté tel quel. Choisissez une autre image.
picture-too-large = L’image « {$path} » dépasse 1 Mo. Le logo est resté tel quel. Choisissez une image plus petite.
dialog-filter-pictures = Images

## Templates edited
cmd-edit-template = Modifier le modèle de ce document
why-no-template = le document ne vient d’aucun modèle
template-opened = Voici votre modèle « {$name} ». Une fois enregistré, les nouveaux documents en partent.
template-saved = Le modèle « {$name} » est enregistré.

## Publishing
publish-channels = Canaux
publish-files = Fichiers
publish-to-whatsapp = WhatsApp
publish-to-whatsapp-about = Un message
publish-to-facebook = Facebook
publish-to-facebook-about = Une publication sans marques
publish-to-site = Site de l’instance
publish-to-site-about = Titre et paragraphes
publish-to-press = Presse
publish-to-press-about = Communiqué en DOCX
publish-to-pdf = PDF à signer
publish-to-pdf-about = À imprimer, à archiver
publish-to-review-pdf = PDF de relecture
publish-to-review-pdf-about = Paragraphes numérotés
publish-to-docx = DOCX
publish-to-docx-about = Pour Word
publish-to-odt = ODT
publish-to-odt-about = Pour LibreOffice
publish-to-txt = Texte brut
publish-to-txt-about = UTF-8
publish-to-md = Markdown
publish-to-md-about = Sites et archives
publish-to-html = HTML
publish-to-html-about = Page entière, imprimable
publish-to-ron = Fichier Mahdar public
publish-to-ron-about = pour qui a le logiciel
publish-to-folder = Dossier de publication
publish-as-pasted = Le texte tel que collé dans {$channel}
publish-as-written = Le texte tel qu’écrit dans le fichier {$channel}
publish-as-printed = Les pages telles qu’imprimées
publish-as-opened = Aperçu : {$program} peut couper les lignes autrement
publish-box-rtl = Champ de droite à gauche
publish-box-rtl-about = {$channel} en arabe
publish-box-ltr = Champ de gauche à droite
publish-box-ltr-about = Ordinateur en français
publish-short = Court
publish-full = Complet
publish-clean-copy = Tel que publié
publish-review-copy = Avec commentaires et suggestions
publish-letters =
    { $count ->
        [one] {$count} caractère
       *[other] {$count} caractères
    }
publish-pages =
    { $count ->
        [one] {$count} page
       *[other] {$count} pages
    }
publish-limit = limite {$most}
publish-shown-first = environ {$count} vus d’abord
publish-copy = Copier le texte
publish-save = Enregistrer
publish-past = Déjà publié
publish-warnings = Avant de publier
publish-before = Avant de publier
publish-folder = Dossier de publication
publish-print = Imprimer
publish-note = Noter la publication
publish-making = Préparation du texte…
publish-file-making = Préparation du fichier…
publish-folder-button = Dossier
publish-folder-making = Préparation du dossier de publication…
publish-print-making = Préparation des pages à imprimer…
publish-nothing = Ce texte n’a pas été préparé
publish-not-ready = Le texte est en préparation
publish-stopped = Préparation arrêtée, rien n’a été écrit.
publish-empty = Ce texte n’a ni titre ni paragraphe. Écrivez-en d’abord une partie, ou choisissez un autre texte en haut de la fenêtre.
publish-letter = Une lettre qui ne s’imprime pas : {$letter}
publish-letter-body = Aucune police ne la contient, et les pages ne peuvent être composées ; votre document est intact. Remplacez-la dans le paragraphe « {$what} », ou choisissez un autre canal.
publish-letter-head = Aucune police ne la contient, et les pages ne peuvent être composées ; votre document est intact. Cherchez-la dans les données de la réunion et des personnes, ou choisissez un autre canal.
publish-letter-failed = Impossible de composer les pages : aucune police ne contient la lettre « {$letter} ». Rien n’a été écrit et votre document est intact. Remplacez la lettre ou choisissez un autre canal.
publish-letter-missing = il contient la lettre « {$letter} », qu’aucune police ne possède
publish-unread = Une image qui ne s’imprime pas : {$name}
publish-unread-body = Les pages ne peuvent être composées avec cette image ; votre document est intact. Enregistrez-la de nouveau en PNG ou en JPEG (couleurs d’écran), ou choisissez un autre canal.
publish-unread-logo = Les pages ne peuvent être composées avec ce logo ; votre document est intact. Enregistrez-le de nouveau en PNG ou en JPEG (couleurs d’écran), ou choisissez un autre canal.
publish-unread-failed = Impossible de composer les pages : l’image « {$name} » ne s’imprime pas telle quelle. Rien n’a été écrit et votre document est intact. Enregistrez-la de nouveau en PNG ou en JPEG (couleurs d’écran), ou choisissez un autre canal.
publish-unread-missing = il contient l’image « {$name} », qui ne s’imprime pas telle quelle
publish-failed = Ce texte n’a pas pu être préparé : {$detail}. Votre document est intact. Choisissez un autre canal ou un autre format.
publish-no-thread = La préparation n’a pas pu commencer, la machine est occupée. Votre document est intact. Réessayez dans un instant.
publish-copied = Texte pour {$channel} copié tel qu’affiché, le fichier est inchangé
publish-noted = Publication notée : {$output}, {$channel}. Le fichier est inchangé
publish-note-title = Publication à noter : {$output}, {$channel}
publish-note-link = Lien du texte publié, s’il en a un
publish-note-wrong = Ce n’est pas un lien. Copiez-le en entier depuis le navigateur, ou videz le champ pour noter la publication sans lien.
publish-note-do = Noter
publish-link-open = Ouvrir le lien
publish-link-copy = Copier le lien
publish-link-copied = Lien copié
publish-printed = Texte envoyé à l’imprimante, le fichier est inchangé
publish-viewed = PDF ouvert dans sa visionneuse : imprimez-le de là
publish-no-printer = Ni imprimante, ni programme pour ouvrir un PDF. Rien n’a été imprimé. Enregistrez le texte en PDF et imprimez-le sur une autre machine.
publish-print-again = Réessayer l’impression
publish-row-copied = Copié {$at}
publish-row-saved = Enregistré {$at}
publish-row-printed = Imprimé {$at}
publish-row-noted = Publié {$at}
publish-way-copied = Copie : {$output}, {$channel}
publish-way-saved = Fichier : {$output}, {$channel}
publish-way-folder = Dossier de publication : {$output}
publish-way-printed = Impression : {$output}, {$channel}
publish-way-noted = Publication : {$output}, {$channel}
publish-past-none = Rien n’a encore été copié ni enregistré de ce document. Tout ce qui en sort est indiqué ici, avec l’heure et le lieu.
publish-past-place = {$when}, {$place}
publish-quoted = « {$words} »
publish-comma = {", "}
publish-long = Le texte dépasse ce que le canal accepte
publish-long-body = {$channel} accepte {$most} caractères au plus, le texte en compte {$count}. Prenez le texte court ou retirez des paragraphes.
publish-embargo = Trop tôt pour publier
publish-embargo-body = Ce texte est sous embargo jusqu’au {$at}.
publish-internal = {$output} : texte interne
publish-internal-body = Les passages réservés au PV et les motifs d’absence en sont retirés, mais il est écrit pour les membres. Choisissez plutôt le communiqué en haut de la fenêtre.
publish-no-date = La date de la réunion manque
publish-no-date-body = Le lecteur ne saura pas quand elle s’est tenue. Indiquez la date dans l’en-tête.
publish-no-number = Numéro d’ordre non renseigné
publish-no-number-body = Le texte sort sans la ligne du numéro. Saisissez-le dans l’en-tête si votre instance numérote ses envois.
publish-review = Copie interne de relecture
publish-review-body = Commentaires, suggestions, noms de leurs auteurs et passages réservés au procès-verbal sortent avec le texte. À envoyer aux seuls membres.
publish-draft-body = Ce texte n’est pas encore approuvé. Ses pages portent la mention de brouillon, le texte copié ne le dit pas.
publish-lines = Les lignes peuvent changer dans {$program}
publish-lines-body = Les mots, les numéros et les tableaux du fichier sont ceux que vous voyez, mais {$program} coupe lui-même lignes et pages. Pour des pages fixes, envoyez un PDF.
publish-remarks =
    { $count ->
        [one] {$count} commentaire ouvert
       *[other] {$count} commentaires ouverts
    }
publish-remarks-body = Les commentaires ne sortent pas avec le texte, mais leurs auteurs attendent une réponse.
publish-suggestions =
    { $count ->
        [one] {$count} suggestion en attente
       *[other] {$count} suggestions en attente
    }
publish-suggestions-body = Le texte sort comme si toutes étaient acceptées. Relisez-les d’abord.
publish-picture = L’image « {$name} » est introuvable
publish-picture-body = Placez-la à côté du document sous ce nom, en PNG ou JPEG. Le texte sort sans elle.
publish-picture-large = L’image « {$name} » est trop grande
publish-picture-large-body = Elle dépasse 32 Mo, et le texte sort sans elle. Réduisez-la d’abord.
publish-picture-broken = L’image « {$name} » est incomplète
publish-picture-broken-body = Son fichier est tronqué, ou n’est ni PNG ni JPEG, et le texte sort sans elle. Enregistrez-la de nouveau dans l’un de ces formats.
publish-picture-press = L’image « {$name} » est en couleurs d’imprimerie
publish-picture-press-body = Ce format n’accepte pas les couleurs CMJN, et le texte sort sans l’image. Enregistrez-la en couleurs d’écran.
publish-picture-odd = Ce format ne lit pas l’image « {$name} »
publish-picture-odd-body = Son fichier est écrit d’une façon que le PDF n’accepte pas, et le texte sort sans elle. Enregistrez-la de nouveau en PNG.
publish-unresolved-body = Le nom du champ est écrit entre crochets à sa place. Remplissez l’en-tête ou retirez le champ.
publish-open-body = Les deux formes sont écrites. Indiquez le genre dans l’en-tête ou dans la liste de présence.
publish-ends = Le point final dans le champ de gauche
publish-ends-body = Qui a une interface en français le voit au début de la ligne. Une marque invisible le tient à sa place.
publish-ends-hold = Le tenir par une marque invisible
publish-ends-leave = Laisser
publish-ends-held = Le point final est tenu
publish-ends-held-body = Une marque invisible est copiée après chaque ligne. Elle n’est pas écrite dans les fichiers de texte brut.
publish-ends-loosen = Copier sans elle
publish-left-out =
    { $count ->
        [one] {$count} paragraphe retiré
       *[other] {$count} paragraphes retirés
    }
publish-left-out-body = Pour le PV seul, absent de ce canal : {$what}.
publish-left-out-more = Pour le PV seul, absents de ce canal : {$what} et d’autres.
publish-clean = Ni numéro de téléphone, ni commentaire
publish-clean-body = Le texte copié a été relu, pas le fichier.
publish-clean-file = Le contenu du fichier a été relu, partie par partie.
publish-phone = Un numéro de téléphone dans le texte
publish-phone-body = Le numéro de {$what} est dans ce qui sera publié. Retirez-le du texte s’il n’est pas voulu.
publish-identity = Un numéro de carte dans le texte
publish-identity-body = Le numéro de carte de {$what} est dans ce qui sera publié. Retirez-le du texte.
publish-remark-out = Un commentaire dans le texte
publish-remark-out-body = Les mots de ce commentaire sont dans ce qui sera publié : {$what}.
publish-file-text = {$name}
publish-file-short = {$name} - court pour les réseaux
publish-file-long = {$name} - complet pour les réseaux
publish-file-photos = Photos
publish-file-captions = Légendes
publish-file-log = Journal de publication
publish-file-public = {$name} - copie publique
publish-photo-missing = introuvable à côté du document
publish-photo-large = plus de 32 Mo
publish-photo-broken = incomplète, ou ni PNG ni JPEG
publish-folder-done = Dossier de publication écrit dans {$place}. Votre document est intact.
publish-folder-missing = Il y manque : {$what}.
publish-folder-kept = La copie précédente y reste : {$what}.
publish-folder-taken = Retirés, car ils ne sont plus publiés : {$what}.
publish-folder-there = Le dossier de publication « {$name} » existe déjà.
publish-folder-there-about = La mise à jour y remplace les fichiers du texte, ajoute une ligne au journal et laisse le reste.
publish-folder-update = Mettre à jour
publish-folder-new = Nouveau dossier
# What a text goes out with or without
loss-no-date = La date de la réunion n’est pas indiquée
loss-remarks = { $count ->
    [one] Un commentaire est encore ouvert
   *[other] {$count} commentaires sont encore ouverts
    }
loss-suggestions = { $count ->
    [one] Une suggestion n’est pas tranchée : le texte est exporté comme si elle était acceptée
   *[other] {$count} suggestions ne sont pas tranchées : le texte est exporté comme si elles étaient acceptées
    }
loss-embargo = Ce texte ne doit pas être publié avant le {$when} à {$time}
loss-picture = L’image « {$name} » est introuvable à côté du fichier ou illisible : le texte est exporté sans elle. Placez à côté du fichier une image PNG ou JPEG de ce nom.
loss-picture-large = L’image « {$name} » dépasse 32 Mo : le texte est exporté sans elle. Réduisez-la, puis exportez de nouveau.
loss-picture-broken = L’image « {$name} » est incomplète, ou n’est ni PNG ni JPEG : le texte est exporté sans elle. Enregistrez-la de nouveau dans l’un de ces formats.
loss-picture-press = L’image « {$name} » est en couleurs d’imprimerie (CMJN), que ce format n’accepte pas : le texte est exporté sans elle. Enregistrez-la en couleurs d’écran.
loss-picture-odd = Le fichier de l’image « {$name} » est écrit d’une façon que ce format n’accepte pas : le texte est exporté sans elle. Enregistrez-la de nouveau en PNG.
loss-too-long = Le texte dépasse ce que le canal accepte : {$length} caractères sur {$limit}. Choisissez un texte plus court, comme « texte court ».
cli-length = Longueur : { $length ->
    [one] {$length} caractère
   *[other] {$length} caractères
    }, { $count ->
    [one] {$count} mot
   *[other] {$count} mots
    }
## Templates of one's own
cmd-import-template = Importer un modèle
cmd-share-template = Exporter ce modèle
cmd-name-template = Renommer ce modèle
cmd-about-template = Décrire ce modèle
cmd-duplicate-template = Dupliquer ce modèle
cmd-prompt = Texte d’aide de ce paragraphe
template-more = Autres actions sur le modèle « {$name} »
template-edit = Modifier
template-rename = Renommer
template-describe = Décrire
template-duplicate = Dupliquer
template-share = Exporter
template-remove = Supprimer
template-about = Description du modèle
template-prompt = Texte d’aide
template-ask-about = À quoi sert ce modèle ?
template-ask-prompt = Que faut-il écrire dans ce paragraphe ?
template-about-name = Son fichier et son identifiant restent les mêmes, ainsi que le lien avec les documents qui en viennent.
template-about-about = La description figure sous le nom du modèle sur l’écran d’accueil. Elle peut rester vide.
template-about-prompt = Il apparaît en gris tant que le paragraphe est vide, et ne s’imprime pas.
template-removed = Le modèle « {$name} » est supprimé.
template-duplicated = Une copie est créée sous le nom « {$name} ».
template-imported = Le modèle « {$name} » s’ajoute à vos modèles.
template-known = Le modèle « {$name} » est déjà parmi les vôtres. Rien n’a changé.
template-shared = Le modèle « {$name} » est exporté.
template-undone = Les modèles sont comme avant
template-is-open = Le modèle « {$name} » est ouvert : il n’a pas été supprimé. Fermez-le, puis recommencez.
template-no-block = Placez d’abord le curseur dans un paragraphe
template-not-one = Ce fichier n’est pas un modèle valable : {$detail}. Vos modèles n’ont pas changé.
template-newer = Ce modèle vient d’une version plus récente du programme : {$detail}. Vos modèles n’ont pas changé.
why-not-a-template = ce document n’est pas un de vos modèles
