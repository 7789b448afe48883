//! Lines on which somebody signs: those who are named, and places that name nobody.

use super::line::Line;
use super::record::{Builder, letters};
use crate::arabic::named::Named;
use crate::arabic::roll;
use crate::document::{Kind, PersonId, RichText, Signatures, Step, StepError};

impl<'l> Builder<'_, 'l> {
    /// A line on which somebody signs, or the row of a table in which several do.
    pub(super) fn sign(&mut self, line: &Line<'l>) -> Result<(), StepError> {
        if !self.signing {
            // The first place to sign has no words over it.
            self.signing = true;
            self.block(Kind::Signatures(Signatures::default()), RichText::default(), line.how)?;
        }
        match &line.para.row {
            Some(row) => row.cells.iter().try_for_each(|cell| self.sign_one(cell, cell)),
            None => self.sign_one(&line.para.text, line.text()),
        }
    }

    /// One place to sign: all of its words, and those behind a label.
    fn sign_one(&mut self, text: &'l str, unlabelled: &str) -> Result<(), StepError> {
        if let Some(named) = roll::signature(unlabelled) {
            return self.sign_named(text, named);
        }
        let places = roll::places_to_sign(text);
        if places.is_none() {
            // It says more: then the record does not say the same.
            self.said.push(text.into());
        }
        for (place, named) in places.into_iter().flatten() {
            self.said.push(text.get(place).unwrap_or_default().into());
            let fresh = self.person_id();
            let id = self.people.add(fresh, &named);
            self.signs(id)?;
        }
        Ok(())
    }

    fn sign_named(&mut self, text: &'l str, mut named: Named) -> Result<(), StepError> {
        // The office stood above the name, in a line of its own.
        let above = self.signed().and_then(|list| list.signatories.last().copied());
        let above =
            above.filter(|_| named.role.is_empty()).and_then(|id| Some((id, self.people.unnamed(id)?)));
        let right_above = |role: &String| self.said.last().is_some_and(|said| letters(said) == letters(role));
        let above = above.filter(|(_, role)| right_above(role));
        match above {
            Some((id, role)) => {
                named.role.clone_from(&role);
                self.unsign(id)?;
                self.said.pop();
                self.said.push(format!("{role}: {text}").into());
            }
            None => self.said.push(text.into()),
        }
        let fresh = self.person_id();
        let id = self.people.known(&named).unwrap_or_else(|| self.people.add(fresh, &named));
        self.people.office(id, &named.role);
        self.signs(id)
    }

    fn signed(&self) -> Option<&Signatures> {
        match &self.last.and_then(|last| self.document.block(last))?.kind {
            Kind::Signatures(list) => Some(list),
            _ => None,
        }
    }

    fn signs(&mut self, id: PersonId) -> Result<(), StepError> {
        let Some(mut list) = self.signed().cloned() else { return Ok(()) };
        if !list.signatories.contains(&id) {
            list.signatories.push(id);
        }
        self.set_signatories(list)
    }

    fn unsign(&mut self, id: PersonId) -> Result<(), StepError> {
        let Some(mut list) = self.signed().cloned() else { return Ok(()) };
        list.signatories.retain(|known| *known != id);
        self.people.forget(id);
        self.set_signatories(list)
    }

    fn set_signatories(&mut self, list: Signatures) -> Result<(), StepError> {
        let Some(id) = self.last else { return Ok(()) };
        self.document.apply(Step::SetKind(id, Box::new(Kind::Signatures(list)))).map(drop)
    }
}
