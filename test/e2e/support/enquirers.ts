/** What the enquirers of the tests say, in each language. What the bot says is in `locales/`. */

/** An answer to each question the bot may ask, by `channelData.ponte.asks`. */
export type Answers = Readonly<Record<'area' | 'applicant' | 'topic' | 'name' | 'contact' | 'message' | 'consent', string>>;

export const ANSWERS: Readonly<Record<'en' | 'el', Answers>> = {
  en: {
    area: 'Greece',
    applicant: 'a social enterprise',
    topic: 'social economy',
    name: 'Maria Testing',
    contact: 'maria@example.org',
    message: 'Please call in the morning',
    consent: 'Send',
  },
  el: {
    area: 'Ελλάδα',
    applicant: 'μια κοινωνική επιχείρηση',
    topic: 'κοινωνική οικονομία',
    name: 'Μαρία Δοκιμή',
    contact: 'maria@example.org',
    message: 'Καλέστε με το πρωί',
    consent: 'Αποστολή',
  },
};
