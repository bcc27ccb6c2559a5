import { isTrustedServiceUrl } from '../../src/channels/service-url';

describe('service URLs', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/amer/0b1c/',
    'https://SMBA.trafficmanager.net/',
    'https://directline.botframework.com/',
    'https://europe.webchat.botframework.com',
  ])('trusts %s', (url) => expect(isTrustedServiceUrl(url)).toBe(true));

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://evil.example#smba.trafficmanager.net',
    'https://evil.example?.botframework.com',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example\\.botframework.com/',
    'https://botframework.com.evil.example',
    'https://evilbotframework.com/',
    'https://botframework.com/',
    'https://x.smba.trafficmanager.net/',
    'https://smba.trafficmanager.net./',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'https://[::1]/',
    'urn:ponte:local',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
    'https://',
    '',
    'https://smba.trafficmanager.net/\nx',
  ])('does not trust %s', (url) => expect(isTrustedServiceUrl(url)).toBe(false));

  it('trusts what a sovereign cloud adds', () => {
    expect(isTrustedServiceUrl('https://x.botframework.azure.us/', ['.botframework.azure.us'])).toBe(true);
    expect(isTrustedServiceUrl('https://smba.trafficmanager.net/', ['.botframework.azure.us'])).toBe(false);
  });
});
