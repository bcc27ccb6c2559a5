/** A service and an organisation as HSDS 3 writes them; names and addresses are made up as examples. */

export type Json = Record<string, unknown>;

const uuid = (n: number): string => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;

export const organisation = (changes: Json = {}): Json => ({
  id: uuid(1),
  name: 'Fundació Exemple',
  description: 'A foundation that helps people who look for a job in Valencia.',
  website: 'https://foundation.example.org/',
  email: 'info@foundation.example.org',
  ...changes,
});

export const service = (changes: Json = {}): Json => ({
  id: uuid(2),
  organization_id: uuid(1),
  organization: organisation(),
  name: 'Guidance for people without work',
  description: 'We help people who have been without work for a long time to find a job. We look at their skills together.',
  url: 'https://foundation.example.org/guidance',
  email: 'guidance@foundation.example.org',
  status: 'active',
  eligibility_description: 'For people who live in the province of Valencia.',
  application_process: 'Ring us and make an appointment.',
  fees_description: 'Free of charge.',
  minimum_age: 18,
  assured_date: '2026-09-01',
  last_modified: '2026-10-01T09:00:00Z',
  alert: 'Closed in August.',
  phones: [{ id: uuid(3), number: '+34 960 000 000' }],
  languages: [
    { id: uuid(4), code: 'es' },
    { id: uuid(5), code: 'ca' },
  ],
  service_areas: [{ id: uuid(6), name: 'Valencia' }],
  schedules: [{ id: uuid(7), description: 'Monday to Friday, 9:00 to 14:00' }],
  cost_options: [{ id: uuid(8), option: 'No cost for members of a cooperative' }],
  required_documents: [{ id: uuid(9), document: 'Identity card' }],
  attributes: [{ id: uuid(10), taxonomy_term: { id: uuid(11), name: 'Job search', description: 'Job search' } }],
  service_at_locations: [
    {
      id: uuid(12),
      location: {
        id: uuid(13),
        location_type: 'physical',
        addresses: [
          {
            id: uuid(14),
            address_1: 'Carrer de l’Exemple 1',
            city: 'València',
            postal_code: '46001',
            state_province: 'Valencia',
            country: 'ES',
            address_type: 'physical',
          },
        ],
      },
    },
  ],
  ...changes,
});

/** As the API answers `GET /services`. */
export const pageOf = (...contents: Json[]): Json => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  size: contents.length,
  first_page: true,
  last_page: true,
  empty: contents.length === 0,
  contents,
});
