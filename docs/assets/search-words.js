// Takes text apart into words, and says how well one word stands for another. The search does both to the index
// and to what is typed, with the same code, in every language: what differs is data of the index.
globalThis.guideSearchWords = (() => {
  "use strict";

  // Accents, vowel points, the Arabic stretch, the dot and the joining stroke of Indic letters; never their vowels.
  const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u094d\u09bc\u09cd\u0a3c\u0abc\u0b3c]/g;
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", // Latin
    ى: "ي", ی: "ي", ة: "ه", ک: "ك", ء: "", // Arabic
    "ँ": "ं", "ঁ": "ং", // one sign of the nose for two
  };
  const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const KATAKANA = /[\u30a1-\u30f6]/g;
  const BELOW_KATAKANA = 0x60; // there is the same sound in Hiragana
  // "can't" and "j'ai" are one word each, "l'aine" is two.
  const APOSTROPHE = /(\p{L})['’ʼ׳״"](?=\p{L}{1,2}(?![\p{L}\p{M}]))/gu;

  const fold = (text) => text
    .normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter])
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - BELOW_KATAKANA))
    .replace(APOSTROPHE, "$1")
    .replace(/\p{Nd}/gu, latinDigit);

  function latinDigit(digit) {
    const code = digit.codePointAt(0);
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  }

  // A number, a run of a script that puts no blanks between words, or a word.
  const TOKEN = /(\p{Nd}+)|([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+)|[\p{L}\p{M}]+/gu;
  const HAN = /\p{sc=Han}/u;

  function pairs(run) {
    const letters = [...run];
    return letters.slice(1).map((letter, at) => letters[at] + letter);
  }

  // [word, kind] in order. Of a run each two neighbours are a word, and in the index each Han letter too.
  function words(text, isIndex) {
    const found = [];
    for (const [token, number, run] of fold(text).matchAll(TOKEN)) {
      if (number) found.push([token, "number"]);
      else if (!run) found.push([token, "word"]);
      else {
        const two = pairs(run);
        const single = [...run].filter((letter) => !two.length || (isIndex && HAN.test(letter)));
        found.push(...two.map((pair) => [pair, "pair"]), ...single.map((letter) => [letter, "letter"]));
      }
    }
    return found;
  }

  // The word, and what is left of it without what a language writes onto its front, such as "the", "in" or "I am".
  const HEBREW = /\p{sc=Hebr}/u;
  function forms(word, prefixes) {
    const found = [word];
    const least = HEBREW.test(word) ? 2 : 3;
    for (let depth = 0, from = 0; depth < 3; depth += 1) {
      const whole = found.slice(from);
      from = found.length;
      for (const one of whole) {
        for (const prefix of prefixes) {
          const rest = one.slice(prefix.length);
          if (rest.length >= least && one.startsWith(prefix) && !found.includes(rest)) found.push(rest);
        }
      }
    }
    return found;
  }

  // --- How well a typed word stands for a word of the index: 1 is the same word, 0 another one.

  const SHORT_STEMS = /[\u0590-\u08ff\u0900-\u0dff]/; // scripts that write few vowels, or none as letters

  // Being typed, or inflected. Both begin with the same two letters.
  function related(typed, word) {
    let stem = 0;
    while (stem < typed.length && typed[stem] === word[stem]) stem += 1;
    const least = SHORT_STEMS.test(typed) ? 3 : 4;
    const most = Math.max(typed.length, word.length);
    const ending = most - stem;
    if (stem === typed.length && stem >= 3) return ending <= 3 ? 0.9 : 0.75;
    if (stem === word.length && stem >= least && ending <= 3) return 0.85;
    if (stem >= least && stem >= 0.6 * most && ending <= 4) return 0.75;
    return stem === least - 1 && stem >= 0.6 * most && ending <= 2 ? 0.5 : 0;
  }

  // One is part of the other: "Schmerzen" and "Kreuzschmerzen".
  function compound(typed, word) {
    const isLong = typed.length >= 5 && word.length >= 5;
    return isLong && (word.includes(typed) || typed.includes(word)) ? 0.5 : 0;
  }

  // Letters missing, added, wrong or swapped: one in a short word, two in a long one; of three letters, two swapped.
  function mistyped(typed, word) {
    if (typed.length < 4) {
      return typed.length === 3 && word.length === 3 && [...typed].sort().join() === [...word].sort().join() ? 0.4 : 0;
    }
    const allowed = typed.length < 8 ? 1 : 2;
    if (word.length < 3 || Math.abs(typed.length - word.length) > allowed) return 0;
    const slips = distance(typed, word);
    return slips > allowed ? 0 : (typed[0] === word[0] ? 0.95 : 0.8) - 0.15 * slips;
  }

  // Edits from one word to another; two neighbours swapped are one edit.
  function distance(one, other) {
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return last[other.length];
  }

  return { fold, words, pairs, forms, related, compound, mistyped };
})();
