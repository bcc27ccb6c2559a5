/** What a turn is measured against: restify that reads a JSON body and answers with a small one. Prints its address. */
import restify from 'restify';

const server = restify.createServer({ name: 'hello' });
server.use(restify.plugins.bodyParser());
server.post('/hello', (request, response, next) => {
  response.send({ id: request.body?.text === undefined ? '' : 'hello' });
  next();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening at ${server.url}\n`));
