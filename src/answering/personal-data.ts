/** Personal details that do not belong in a question. Every search is bounded: no pattern repeats inside a repetition. */
const MAX_SCANNED = 2_000;

export function holdsPersonalData(text: string): boolean {
  const scanned = text.slice(0, MAX_SCANNED);
  return holdsEmail(scanned) || holdsIban(scanned) || holdsCard(scanned);
}

const holdsEmail = (text: string): boolean =>
  text.split(/\s+/).some((word) => /^[^@]{1,64}@[^@]{1,250}\.[^@.]{2,24}$/.test(word.replace(/[.,;:!?)>]+$/, '')));

/** Country, two check digits, then 11 to 30 signs (ISO 13616), with the check of ISO 7064. */
function holdsIban(text: string): boolean {
  const found = text.toUpperCase().match(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g) ?? [];
  return found.some((iban) => {
    const signs = iban.replace(/ /g, '');
    const digits = (signs.slice(4) + signs.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    return signs.length >= 15 && [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
  });
}

/** 13 to 19 digits with a valid Luhn check (ISO/IEC 7812). */
function holdsCard(text: string): boolean {
  const found = text.match(/\b\d(?:[ -]?\d){12,18}\b/g) ?? [];
  return found.some((number) => {
    const digits = [...number.replace(/\D/g, '')].reverse().map(Number);
    const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
    return sum % 10 === 0;
  });
}
