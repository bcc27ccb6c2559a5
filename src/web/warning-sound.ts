/** Two soft tones for people who do not look at the screen; silent where sound is not allowed. */
export function soundWarning(): void {
  try {
    const audio = new AudioContext();
    [660, 880].forEach((pitch, index) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + index * 0.25;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.15, start);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.2);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.2);
    });
    setTimeout(() => void audio.close(), 1000);
  } catch {
    // the warning is also seen
  }
}
