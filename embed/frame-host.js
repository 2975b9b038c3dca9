// Fits each frame to the height that the page in it tells. Newsrooms have a script like this: pym.js, AMP, and others.
addEventListener('message', ({ data, source }) => {
  if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = data.height;
  }
});
