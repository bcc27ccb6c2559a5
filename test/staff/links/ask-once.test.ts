import { askOnce } from '../../../src/staff/links/ask-once';
import { answer, LocalWeb } from './local-web';

describe('One request', () => {
  const web = new LocalWeb();
  beforeAll(() => web.start());
  afterAll(() => web.stop());

  it('goes to the address that was judged, whatever the name says', async () => {
    web.serve({ 'no-such-name.invalid/x': answer(204) });
    const url = new URL('http://no-such-name.invalid/x');
    expect(await askOnce({ url, address: '127.0.0.1', method: 'GET', port: web.port, timeout: 25_000 })).toEqual({ status: 204 });
  });

  it('ends when the time is over, also while an answer trickles in', async () => {
    web.serve({
      'a.example.org/x': (_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(timer));
      },
    });
    const asking = askOnce({ url: new URL('http://a.example.org/x'), address: '127.0.0.1', method: 'GET', port: web.port, timeout: 150 });
    expect(await asking).toEqual({ status: 200 });
  });
});
