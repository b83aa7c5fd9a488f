// Finds the pages that answer what someone typed. Knows no page and no language: both are in the index.
//
// A page is a list of parts (its head, then its sections). A part is a list of lines: its heading, its sentences, and
// the phrases that people say for it. What is typed is held against every line, word by word; the best line makes its
// part, and the best part its page.
globalThis.guideSearchEngine = (index) => {
  "use strict";
  const { fold, words, pairs, forms, related, compound, mistyped } = globalThis.guideSearchWords;

  const WORTH = { title: 1, said: 1, heading: 0.9, lead: 0.75, text: 0.75 }; // of a kind of line
  const WHOLE = { title: 0.5, said: 0.5, heading: 0.45, lead: 0.2, text: 0.15 }; // how much it counts that nothing else stands in it
  const PHRASE = 1.3; // all of a phrase was typed
  const IN_ORDER = 0.2; // words that stand side by side in both
  const OF_PART = 0.25; // what the other lines of a part add
  const OF_PAGE = 0.15; // what the other parts of a page add
  const LITTLE = 0.15; // of a word: "the" and "my" tell little,
  const SUBJECT = 0.6; // and the names of what the whole guide is about tell less than others
  const OF_KIN = 0.85; // another word than the one that was typed, though the index has that one
  const HAN_LETTER = 0.4; // one letter of two
  const HALF = 0.5; // of the query stands in one line: it is about that
  const SAID = 0.8; // of a phrase that people say for a sign was typed: the sign is called for,
  const OWN = 0.95; // or one word of it that is so well meant,
  const MOSTLY = 0.75; // and of whose lines so many are of signs
  const ALIKE = 0.9; // of what the best sign fits: it fits as well
  const NEARBY = 0.35; // so alike are words that may have been meant

  const prefixes = index.prefixes ? fold(index.prefixes).split(" ") : [];
  const little = new Set(words(index.little, true).map(([word]) => word));
  const terms = new Map(); // each word of the index
  const byForm = new Map(); // form -> [[term, whether it is the whole word]]
  const byStart = new Map(); // two letters -> the forms that begin with them
  const lines = [];

  function termOf([word, kind]) {
    if (!terms.has(word)) {
      const term = { word, kind, pages: new Set(), lines: new Set(), isSubject: false };
      terms.set(word, term);
      for (const form of kind === "word" ? forms(word, prefixes) : []) {
        if (!byForm.has(form)) {
          byForm.set(form, []);
          if (!byStart.has(form.slice(0, 2))) byStart.set(form.slice(0, 2), []);
          byStart.get(form.slice(0, 2)).push(form);
        }
        byForm.get(form).push([term, form === word]);
      }
    }
    return terms.get(word);
  }

  function addLine(part, kind, text) {
    const line = { part, kind, text, terms: words(text, true).map(termOf) };
    for (const term of line.terms) {
      term.pages.add(part.page);
      term.lines.add(line);
      term.isSubject ||= kind === "said" && part.page.subject;
    }
    lines.push(line);
  }

  for (const page of index.pages) {
    for (const [anchor, heading, sentences, said, worth, minutes] of page.parts) {
      const part = { page, anchor, heading, sentences, worth, minutes };
      addLine(part, anchor ? "heading" : "title", heading || page.title);
      for (const text of sentences) addLine(part, anchor ? "text" : "lead", text);
      for (const phrase of said.split(/[;；؛]\s*/)) if (phrase) addLine(part, "said", phrase);
    }
  }
  for (const term of terms.values()) {
    const rarity = Math.log(1 + index.pages.length / term.pages.size);
    term.weight = rarity * (little.has(term.word) ? LITTLE : term.isSubject ? SUBJECT : 1);
  }
  for (const term of terms.values()) {
    const signs = [...term.lines].filter(({ part }) => part.worth > 1).length;
    const isMostlyOfSigns = signs >= term.lines.size * MOSTLY;
    term.isOfSigns = isMostlyOfSigns && !term.isSubject && !little.has(term.word) && term.kind !== "letter";
  }
  for (const line of lines) line.weight = line.terms.reduce((sum, { weight }) => sum + weight, 0);

  // The words of the index that a typed word may stand for, and how well. Kept: a key mostly changes the last word.
  const kept = new Map();
  function meanings([word, kind]) {
    if (!kept.has(word)) kept.set(word, kind === "word" ? meaningsOfWord(word) : meaningsOfSign(word, kind));
    return kept.get(word);
  }

  // A number is that number and no other. Of a pair that no page has, its Han letters may tell something.
  function meaningsOfSign(sign, kind) {
    const found = new Map();
    if (terms.has(sign)) found.set(terms.get(sign), 1);
    else if (kind === "pair") {
      for (const letter of sign) if (terms.get(letter)?.kind === "letter") found.set(terms.get(letter), HAN_LETTER);
    }
    if (kind === "letter") {
      for (const term of terms.values()) if (term.kind === "pair" && term.word[0] === sign) found.set(term, 0.8);
    }
    return found;
  }

  function meaningsOfWord(word) {
    const found = new Map();
    const note = (term, quality) => { if (quality > (found.get(term) || 0)) found.set(term, quality); };
    const own = forms(word, prefixes);
    for (const form of own) {
      for (const [term, isWhole] of byForm.get(form) || []) {
        note(term, isWhole && form === word ? 1 : isWhole || form === word ? 0.9 : 0.75);
      }
    }
    if (little.has(word)) return found;
    const isKnown = found.size > 0;
    const noteKin = (form, quality, isWholeTyped) => {
      if (!quality) return;
      for (const [term, isWhole] of byForm.get(form)) {
        note(term, quality * (isWhole && isWholeTyped ? 1 : 0.9) * (isKnown ? OF_KIN : 1));
      }
    };
    for (const typed of own) {
      for (const form of byStart.get(typed.slice(0, 2)) || []) noteKin(form, related(typed, form), typed === word);
    }
    for (const form of byForm.keys()) {
      noteKin(form, compound(word, form) || (isKnown ? 0 : mistyped(word, form)), true);
    }
    return found;
  }

  // [{page, part, sentence, score, covered, isWarning}], the best first; `covered` is how much of the query was found.
  function find(query) {
    const typed = words(query, false).map((word) => {
      const found = meanings(word);
      const own = [...found].filter(([, quality]) => quality >= OWN).map(([term]) => term);
      // What a common word may stand for tells no more than the word itself: "pain" is no "painkiller".
      const limit = own.length ? Math.max(...own.map(({ weight }) => weight)) : Infinity;
      return { word, found, limit, isSubject: own.some(({ isSubject }) => isSubject) };
    });
    const all = typed.reduce((sum, one) => sum + most(one), 0);
    const byPage = new Map();
    for (const [line, found] of matches(typed)) {
      const { part } = line;
      if (!byPage.has(part.page)) byPage.set(part.page, new Map());
      const byPart = byPage.get(part.page);
      if (!byPart.has(part)) byPart.set(part, []);
      byPart.get(part).push(weighed(line, found, typed, all));
    }
    return [...byPage].map(([page, byPart]) => result(page, byPart, all)).sort(
      (one, other) => other.isCalled - one.isCalled || other.score - one.score);
  }

  // What a typed word can be worth at most; for a word that no page has, what a rather common one is worth.
  function most({ word: [word], found, limit }) {
    const worths = [...found].map(([term, quality]) => quality * Math.min(term.weight, limit));
    return Math.max(...worths, 0) || Math.log(1 + index.pages.length) / 2 * (little.has(word) ? LITTLE : 1);
  }

  // Each line with something of the query: what each typed word is worth there, and how well each of its terms is meant.
  function matches(typed) {
    const found = new Map();
    typed.forEach((one, at) => {
      for (const [term, quality] of one.found) {
        for (const line of term.lines) {
          if (!found.has(line)) found.set(line, { worths: new Array(typed.length).fill(0), terms: new Map() });
          const match = found.get(line);
          match.worths[at] = Math.max(match.worths[at], quality * Math.min(term.weight, one.limit));
          match.terms.set(term, Math.max(match.terms.get(term) || 0, quality));
        }
      }
    });
    return found;
  }

  function weighed(line, { worths, terms: meant }, typed, all) {
    const recall = worths.reduce((sum, worth) => sum + worth, 0) / all;
    const calling = worths.reduce((sum, worth, at) => sum + (typed[at].isSubject ? 0 : worth), 0) / all;
    const matched = line.terms.reduce((sum, term) => sum + (meant.get(term) || 0) * term.weight, 0);
    const precision = matched / line.weight;
    const whole = WHOLE[line.kind];
    const isPhrase = line.kind === "said" && line.terms.length > 1 && precision > 0.85;
    const fit = 1 - whole + whole * precision + IN_ORDER * inOrder(line, typed);
    // People say a sign in many words; a number to call is itself.
    const calls = (term) => term.isOfSigns && meant.get(term) >= OWN && (line.kind === "said" || term.kind === "number");
    const isCall = line.part.worth > 1 && ((line.kind === "said" && precision > SAID) || line.terms.some(calls));
    return { line, worths, recall, calling, isCall, value: WORTH[line.kind] * recall * fit * (isPhrase ? PHRASE : 1) };
  }

  // The share of neighbours in the query that are neighbours in the line.
  function inOrder(line, typed) {
    const together = typed.slice(1).filter(({ found }, at) => line.terms.some(
      (term, place) => found.has(term) && typed[at].found.has(line.terms[place - 1])));
    return typed.length > 1 ? together.length / (typed.length - 1) : 0;
  }

  const best = (rows) => rows.reduce((top, row) => (!top || row.value > top.value ? row : top), null);

  // How much of the query stands anywhere in these lines.
  function coverage(rows, all) {
    const worths = rows[0].worths.map((_, at) => Math.max(...rows.map((row) => row.worths[at])));
    return worths.reduce((sum, worth) => sum + worth, 0) / all;
  }

  function result(page, byPart, all) {
    const parts = [...byPart].map(([part, rows]) => {
      const top = best(rows);
      const worth = part.worth > 1 ? 1 + (part.worth - 1) * top.calling : part.worth; // by more than the spasm itself
      return { part, rows, value: (top.value + OF_PART * coverage(rows, all)) * worth };
    });
    const top = best(parts);
    const every = parts.flatMap(({ rows }) => rows);
    const covered = coverage(every, all);
    const score = top.value + OF_PAGE * covered * top.part.worth;
    // Whatever else was typed, a sign that was called for comes first.
    const called = best(parts.filter(({ rows }) => rows.some(({ isCall }) => isCall)));
    const isWarning = Boolean(called) || (top.part.worth > 1 && best(top.rows).recall >= HALF);
    const leading = called && top.part.worth === 1 ? called : top;
    return { page, score, isCalled: Boolean(called), covered, isWarning, ...shown(leading, every) };
  }

  // Where a result leads, and the sentence that it shows: never a phrase that people say, for it stands on no page.
  function shown({ part, rows }, every) {
    const sentence = (of) => {
      const told = of.filter(({ line }) => line.kind === "text" || line.kind === "lead");
      return part.worth > 1 ? gravest(told) : best(told);
    };
    const anywhere = part.anchor ? null : sentence(every);
    if (anywhere && anywhere.recall >= HALF) return { part: anywhere.line.part, sentence: anywhere.line.text };
    return { part, sentence: sentence(rows)?.line.text ?? part.sentences[0] };
  }

  // Warning signs stand in the order of their weight: of those that fit alike, the first, however long it is.
  function gravest(rows) {
    const most = Math.max(...rows.map(({ calling }) => calling));
    const place = ({ line }) => line.part.sentences.indexOf(line.text);
    const fitting = rows.filter(({ calling }) => calling >= most * ALIKE).sort((one, other) => place(one) - place(other));
    return fitting[0] ?? null;
  }

  // Phrases of the index that look like what was typed, for someone whose search found nothing.
  function nearby(query, count) {
    const typed = new Set(pairs(fold(query)));
    const alike = (text) => {
      const own = new Set(pairs(fold(text)));
      return 2 * [...own].filter((pair) => typed.has(pair)).length / (own.size + typed.size || 1);
    };
    const named = lines.filter(({ kind }) => kind === "said" || kind === "title");
    const near = named.map(({ text }) => ({ text, value: alike(text) })).filter(({ value }) => value > NEARBY);
    near.sort((one, other) => other.value - one.value);
    return [...new Set(near.map(({ text }) => text))].slice(0, count);
  }

  return { find, nearby };
};
