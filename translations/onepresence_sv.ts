<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv_SE" sourcelanguage="en">
  <context>
    <name>Administration</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n personer</numerusform>
      </translation>
    </message>
    <message>
      <source>A call to {number} rings all devices that are on</source>
      <translation>Ett samtal till {number} ringer på alla enheter som är på</translation>
    </message>
    <message>
      <source>Add device</source>
      <translation>Lägg till enhet</translation>
    </message>
    <message>
      <source>Admin</source>
      <translation>Admin</translation>
    </message>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administratör</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Close access</source>
      <translation>Stäng åtkomst</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Stängd</translation>
    </message>
    <message>
      <source>Copy the code</source>
      <translation>Kopiera koden</translation>
    </message>
    <message>
      <source>Copy: {what}</source>
      <translation>Kopiera: {what}</translation>
    </message>
    <message>
      <source>Delete {name} for good</source>
      <translation>Ta bort {name} för gott</translation>
    </message>
    <message>
      <source>Delete …</source>
      <translation>Ta bort …</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Avdelning</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordstelefon</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>Enheter</translation>
    </message>
    <message>
      <source>Devices, messages and history go with the person, and can't be had back. Type the name:</source>
      <translation>Enheter, meddelanden och historik tas bort tillsammans med personen och kan inte fås tillbaka. Skriv namnet:</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-post</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Redigera</translation>
    </message>
    <message>
      <source>Every showing of a password is written to the audit log</source>
      <translation>Varje visning av ett lösenord skrivs i loggen</translation>
    </message>
    <message>
      <source>From the OneNumber</source>
      <translation>Från OneNumber</translation>
    </message>
    <message>
      <source>Hidden in {time}</source>
      <translation>Döljs om {time}</translation>
    </message>
    <message>
      <source>Hide the SIP settings</source>
      <translation>Dölj SIP-uppgifter</translation>
    </message>
    <message>
      <source>Kind of device</source>
      <translation>Typ av enhet</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Mobile number (empty: softphone)</source>
      <translation>Mobilnummer (tomt: softphone)</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mer</translation>
    </message>
    <message>
      <source>More for {device}</source>
      <translation>Mer för {device}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Enhetens namn</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>Ny person</translation>
    </message>
    <message>
      <source>No devices yet. Add a desk phone, a softphone or a mobile.</source>
      <translation>Inga enheter ännu. Lägg till en bordstelefon, en softphone eller en mobil.</translation>
    </message>
    <message>
      <source>Not registered</source>
      <translation>Inte registrerad</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Inte sparat</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Engångskod</translation>
    </message>
    <message>
      <source>Open access</source>
      <translation>Öppna åtkomst</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personer</translation>
    </message>
    <message>
      <source>People or devices</source>
      <translation>Personer eller enheter</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Real phones can't connect to the demo company.</source>
      <translation>Riktiga telefoner kan inte anslutas till demoföretaget.</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Receptionist</source>
      <translation>Receptionist</translation>
    </message>
    <message>
      <source>Registered</source>
      <translation>Registrerad</translation>
    </message>
    <message>
      <source>Remove {device}</source>
      <translation>Ta bort {device}</translation>
    </message>
    <message>
      <source>Reset password</source>
      <translation>Återställ lösenord</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Roll</translation>
    </message>
    <message>
      <source>Rung over the trunk</source>
      <translation>Rings upp utifrån</translation>
    </message>
    <message>
      <source>SIP settings</source>
      <translation>SIP-uppgifter</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Sparat</translation>
    </message>
    <message>
      <source>Search person, number or department</source>
      <translation>Sök person, nummer eller avdelning</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Show SIP settings</source>
      <translation>Visa SIP-uppgifter</translation>
    </message>
    <message>
      <source>Show the password</source>
      <translation>Visa lösenordet</translation>
    </message>
    <message>
      <source>Shown only now. For the first sign-in from outside; here the first password is 0000.</source>
      <translation>Visas bara nu. För första inloggningen utifrån; här är det första lösenordet 0000.</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>The only administrator can't be closed or deleted.</source>
      <translation>Den enda administratören kan inte stängas eller tas bort.</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Transport</source>
      <translation>Transport</translation>
    </message>
    <message>
      <source>Type the name: {name}</source>
      <translation>Skriv namnet: {name}</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Okänd</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Användare</translation>
    </message>
    <message>
      <source>{name} is signed out on all devices, and needs a code to get in again.</source>
      <translation>{name} loggas ut på alla enheter och behöver en kod för att logga in igen.</translation>
    </message>
    <message>
      <source>{transport} · not encrypted</source>
      <translation>{transport} · inte krypterat</translation>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Administration</source>
      <translation>Administration</translation>
    </message>
    <message>
      <source>Another program has {keys}. Choose another key in Settings, Call handling.</source>
      <translation>Ett annat program använder {keys}. Välj en annan tangent i Inställningar, Samtalshantering.</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtal</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Hänvisa min telefon</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonmeddelande</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Sökning</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Inställningar</translation>
    </message>
    <message>
      <source>This computer has no keyring, so you sign in at each start.</source>
      <translation>Den här datorn har ingen nyckelring, så du loggar in vid varje start.</translation>
    </message>
  </context>
  <context>
    <name>Calls</name>
    <message>
      <source>All</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>Answered by {name}</source>
      <translation>Besvarat av {name}</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Upptaget</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tillbaka</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtal</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiera numret</translation>
    </message>
    <message>
      <source>Emergency call</source>
      <translation>Nödsamtal</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtrera</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>Avbrutet</translation>
    </message>
    <message>
      <source>In</source>
      <translation>In</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Inkommande</translation>
    </message>
    <message>
      <source>It came back to {name} and was stopped</source>
      <translation>Det kom tillbaka till {name} och stoppades</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Missade</translation>
    </message>
    <message>
      <source>No call matches</source>
      <translation>Inget samtal matchar</translation>
    </message>
    <message>
      <source>No calls yet</source>
      <translation>Inga samtal än</translation>
    </message>
    <message>
      <source>No missed calls – well done</source>
      <translation>Inga missade samtal – bra jobbat</translation>
    </message>
    <message>
      <source>No such calls</source>
      <translation>Inga sådana</translation>
    </message>
    <message>
      <source>Nobody has {number}</source>
      <translation>Ingen har {number}</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>Obesvarat</translation>
    </message>
    <message>
      <source>Nothing is known of its way.</source>
      <translation>Vägen är inte känd.</translation>
    </message>
    <message>
      <source>Out</source>
      <translation>Ut</translation>
    </message>
    <message>
      <source>Out of the house to {number}</source>
      <translation>Ut ur huset till {number}</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Utgående</translation>
    </message>
    <message>
      <source>Picked up by {name}</source>
      <translation>Samtalet plockat av {name}</translation>
    </message>
    <message>
      <source>Rang at the group {name}</source>
      <translation>Ringde hos gruppen {name}</translation>
    </message>
    <message>
      <source>Rang at {name}</source>
      <translation>Ringde hos {name}</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Avvisat</translation>
    </message>
    <message>
      <source>Search calls by name or number</source>
      <translation>Sök samtal på namn eller nummer</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Välj</translation>
    </message>
    <message>
      <source>Sent on by {name}</source>
      <translation>Skickat vidare av {name}</translation>
    </message>
    <message>
      <source>The call's way</source>
      <translation>Samtalets väg</translation>
    </message>
    <message>
      <source>To {name}'s mailbox</source>
      <translation>Till {name}s röstbrevlåda</translation>
    </message>
    <message>
      <source>Transferred by {name}</source>
      <translation>Kopplat av {name}</translation>
    </message>
    <message>
      <source>Unknown number</source>
      <translation>Okänt nummer</translation>
    </message>
    <message>
      <source>Voicemail</source>
      <translation>Röstmeddelande</translation>
    </message>
    <message>
      <source>Which calls</source>
      <translation>Vilka samtal</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Skyddat nummer</translation>
    </message>
    <message>
      <source>diverted by {name}</source>
      <translation>hänvisat av {name}</translation>
    </message>
    <message>
      <source>{name} could not be reached</source>
      <translation>{name} kunde inte nås</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} svarade inte</translation>
    </message>
    <message>
      <source>{name} had diverted</source>
      <translation>{name} hade hänvisat</translation>
    </message>
    <message>
      <source>{name} has no phone connected</source>
      <translation>{name} har ingen telefon ansluten</translation>
    </message>
    <message>
      <source>{name} was busy</source>
      <translation>{name} var upptagen</translation>
    </message>
    <message>
      <source>{name}'s number is closed</source>
      <translation>{name}s nummer är stängt</translation>
    </message>
    <message>
      <source>{number} was dialled</source>
      <translation>{number} slogs</translation>
    </message>
  </context>
  <context>
    <name>Colleagues</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n hittad</numerusform>
        <numerusform>%n hittade</numerusform>
      </translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>All colleagues</source>
      <translation>Alla kollegor</translation>
    </message>
    <message>
      <source>At work again {when}</source>
      <translation>I tjänst igen {when}</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring upp</translation>
    </message>
    <message>
      <source>Call number</source>
      <translation>Ring till</translation>
    </message>
    <message>
      <source>Call the mobile</source>
      <translation>Ring mobilen</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Rensa sökningen</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kollegor</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiera</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiera numret</translation>
    </message>
    <message>
      <source>Divert my phone to here</source>
      <translation>Hänvisa hit</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Hänvisa hit</translation>
    </message>
    <message>
      <source>External number · rings your phone first</source>
      <translation>Externt nummer · ringer först på din telefon</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favorit</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoriter</translation>
    </message>
    <message>
      <source>Fetching colleagues …</source>
      <translation>Hämtar kollegor …</translation>
    </message>
    <message>
      <source>Free now</source>
      <translation>Lediga nu</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Sågs senast {ago}</translation>
    </message>
    <message>
      <source>Letters {first} to {last}</source>
      <translation>Bokstäverna {first} till {last}</translation>
    </message>
    <message>
      <source>Local number · rings your phone first</source>
      <translation>Anknytning · ringer först på din telefon</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Missat {when}</translation>
    </message>
    <message>
      <source>My department</source>
      <translation>Min avdelning</translation>
    </message>
    <message>
      <source>No colleague is called “{query}”</source>
      <translation>Ingen kollega heter ”{query}”</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Inget hittades</translation>
    </message>
    <message>
      <source>Recent calls</source>
      <translation>Senaste samtal</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Ta bort från favoriter</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Välj</translation>
    </message>
    <message>
      <source>Spoken {when}</source>
      <translation>Talade {when}</translation>
    </message>
    <message>
      <source>Try fewer letters, a local number or a department.</source>
      <translation>Prova färre bokstäver, ett anknytningsnummer eller en avdelning.</translation>
    </message>
    <message>
      <source>Type digits to call a number with Enter.</source>
      <translation>Skriver du siffror kan du ringa direkt med Enter.</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favorit</translation>
    </message>
    <message>
      <source>local {number}</source>
      <translation>anknytning {number}</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>A link can't dial codes with * or #.</source>
      <translation>En länk kan inte ringa koder med * eller #.</translation>
    </message>
    <message>
      <source>Emergency calls are confirmed on the screen.</source>
      <translation>Nödsamtal bekräftas på skärmen.</translation>
    </message>
    <message>
      <source>Not connected; this is how it was.</source>
      <translation>Ingen anslutning; så här såg det ut senast.</translation>
    </message>
    <message>
      <source>Not signed in.</source>
      <translation>Inte inloggad.</translation>
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation>Det finns flera nummer i det.</translation>
    </message>
    <message>
      <source>There is no number in that link.</source>
      <translation>Det finns inget nummer i den länken.</translation>
    </message>
    <message>
      <source>There is no quick diversion {name}. There are: {names}</source>
      <translation>Det finns ingen snabbvidarekoppling {name}. Det finns: {names}</translation>
    </message>
  </context>
  <context>
    <name>Dial</name>
    <message numerus="yes">
      <source>%n number(s) found – whom do you want to call?</source>
      <translation>
        <numerusform>%n nummer hittat – vem vill du ringa?</numerusform>
        <numerusform>%n nummer hittade – vem vill du ringa?</numerusform>
      </translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring upp</translation>
    </message>
    <message>
      <source>Call now</source>
      <translation>Ring nu</translation>
    </message>
    <message>
      <source>Call {number} – {name}?</source>
      <translation>Ring {number} – {name}?</translation>
    </message>
    <message>
      <source>Call {number}?</source>
      <translation>Ring {number}?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Stäng</translation>
    </message>
    <message>
      <source>Emergency call to {number}?</source>
      <translation>Nödsamtal till {number}?</translation>
    </message>
    <message>
      <source>From the desk phone</source>
      <translation>Från bordstelefonen</translation>
    </message>
    <message>
      <source>From the mobile</source>
      <translation>Från mobilen</translation>
    </message>
    <message>
      <source>From the softphone</source>
      <translation>Från softphonen</translation>
    </message>
    <message>
      <source>Guessed from the text</source>
      <translation>Gissat från texten</translation>
    </message>
    <message>
      <source>No number in the selected text</source>
      <translation>Inget nummer i den markerade texten</translation>
    </message>
    <message>
      <source>No number selected</source>
      <translation>Inget nummer markerat</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>The program with the selected text doesn't answer</source>
      <translation>Programmet med den markerade texten svarar inte</translation>
    </message>
    <message>
      <source>There is no number in that.</source>
      <translation>Det finns inget nummer i det.</translation>
    </message>
    <message>
      <source>Type the number to call.</source>
      <translation>Skriv numret du vill ringa.</translation>
    </message>
  </context>
  <context>
    <name>Diversion</name>
    <message>
      <source>(back {time})</source>
      <translation>(åter {time})</translation>
    </message>
    <message>
      <source>1 h</source>
      <translation>1 t</translation>
    </message>
    <message>
      <source>2 h</source>
      <translation>2 t</translation>
    </message>
    <message>
      <source>A newer one counts</source>
      <translation>En nyare gäller</translation>
    </message>
    <message>
      <source>Calls from {when}</source>
      <translation>Samtal från {when}</translation>
    </message>
    <message>
      <source>Calls now</source>
      <translation>Samtal nu</translation>
    </message>
    <message>
      <source>Calls shall go to</source>
      <translation>Samtal ska gå till</translation>
    </message>
    <message>
      <source>Calls would come back to {at} in a circle</source>
      <translation>Samtal skulle komma tillbaka till {at} i en cirkel</translation>
    </message>
    <message>
      <source>Change {what}</source>
      <translation>Ändra {what}</translation>
    </message>
    <message>
      <source>Choose whom</source>
      <translation>Välj mottagare</translation>
    </message>
    <message>
      <source>Choose whom calls shall go to</source>
      <translation>Välj vem samtal ska gå till</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Kollega</translation>
    </message>
    <message>
      <source>Colleagues see: {words}</source>
      <translation>Kollegorna ser: {words}</translation>
    </message>
    <message>
      <source>Current</source>
      <translation>Aktuell</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Hänvisa</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Hänvisa min telefon</translation>
    </message>
    <message>
      <source>Diverting to an external number is charged as a call from you.</source>
      <translation>Hänvisning till ett externt nummer debiteras som ett samtal från dig.</translation>
    </message>
    <message>
      <source>End {what}</source>
      <translation>Avsluta {what}</translation>
    </message>
    <message>
      <source>External</source>
      <translation>Externt</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Från</translation>
    </message>
    <message>
      <source>Give up the change</source>
      <translation>Ångra ändringen</translation>
    </message>
    <message>
      <source>Goes before “{what}”, which runs now</source>
      <translation>Går före ”{what}”, som pågår nu</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Grupp</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Håll öppen</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Typ av nummer</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>Name of the group</source>
      <translation>Gruppens namn</translation>
    </message>
    <message>
      <source>Name or local number</source>
      <translation>Namn eller anknytning</translation>
    </message>
    <message>
      <source>Nobody in the company has the number {at}</source>
      <translation>Ingen på företaget har numret {at}</translation>
    </message>
    <message>
      <source>Nobody is in the group {at}</source>
      <translation>Det finns ingen i gruppen {at}</translation>
    </message>
    <message>
      <source>Not sent without a connection</source>
      <translation>Skickas inte utan anslutning</translation>
    </message>
    <message>
      <source>Nothing planned</source>
      <translation>Inget planerat</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Nu</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number, or the name of a saved one</source>
      <translation>Nummer, eller namnet på ett sparat</translation>
    </message>
    <message>
      <source>One set by hand counts</source>
      <translation>En manuell gäller</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Öppna telefonen</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Planera</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Orsak</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Remember as a quick diversion</source>
      <translation>Kom ihåg som snabbhänvisning</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Återställ</translation>
    </message>
    <message>
      <source>Save the change</source>
      <translation>Spara ändringen</translation>
    </message>
    <message>
      <source>Shown at the left and in the tray's menu</source>
      <translation>Visas till vänster och i ikonens meny</translation>
    </message>
    <message>
      <source>Takes a message</source>
      <translation>Tar meddelande</translation>
    </message>
    <message>
      <source>Takes the call</source>
      <translation>Tar samtalet</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Text till kollegor</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Text till receptionen</translation>
    </message>
    <message>
      <source>The company has no reception</source>
      <translation>Företaget har ingen reception</translation>
    </message>
    <message>
      <source>The diversion wasn't saved.</source>
      <translation>Hänvisningen sparades inte.</translation>
    </message>
    <message>
      <source>The end must lie after the beginning</source>
      <translation>Slutet måste ligga efter början</translation>
    </message>
    <message>
      <source>The phone is open</source>
      <translation>Telefonen är öppen</translation>
    </message>
    <message>
      <source>The phone rings</source>
      <translation>Telefonen ringer</translation>
    </message>
    <message>
      <source>The schedule counts</source>
      <translation>Schemat gäller</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Till</translation>
    </message>
    <message>
      <source>To come</source>
      <translation>Kommande</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Tills vidare</translation>
    </message>
    <message>
      <source>{at} can't be called</source>
      <translation>{at} går inte att ringa</translation>
    </message>
    <message>
      <source>{at} has no access any more and takes no calls</source>
      <translation>{at} har inte längre åtkomst och tar inte emot samtal</translation>
    </message>
    <message>
      <source>{calls} ring your phone</source>
      <translation>{calls} ringer på din telefon</translation>
    </message>
    <message>
      <source>{route}, but the telephone system has no line out: callers are turned away</source>
      <translation>{route}, men telefonsystemet har ingen linje ut: de som ringer avvisas</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} kvar</translation>
    </message>
    <message>
      <source>½ h</source>
      <translation>½ t</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <source>{typed} of {all} digits</source>
      <translation>{typed} av {all} siffror</translation>
    </message>
  </context>
  <context>
    <name>Hotkey</name>
    <message>
      <source>Another program has that key already; the old one stays.</source>
      <translation>Ett annat program har redan den tangenten; den gamla blir kvar.</translation>
    </message>
    <message>
      <source>Another program has this key. Choose another one, or change it there.</source>
      <translation>Ett annat program har den här tangenten. Välj en annan, eller ändra den där.</translation>
    </message>
    <message>
      <source>Back to the usual key</source>
      <translation>Tillbaka till den vanliga tangenten</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Ändra</translation>
    </message>
    <message>
      <source>Hold Ctrl or Alt as well: the key alone is needed for writing.</source>
      <translation>Håll också ned Ctrl eller Alt: tangenten ensam behövs för att skriva.</translation>
    </message>
    <message>
      <source>Only Ctrl, Alt or Shift arrived. Another program may have that key; choose another.</source>
      <translation>Bara Ctrl, Alt eller Skift kom fram. Ett annat program kanske har den tangenten; välj en annan.</translation>
    </message>
    <message>
      <source>Press the keys …</source>
      <translation>Tryck tangenterna …</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>The system doesn't let a program take a key for itself here.</source>
      <translation>Systemet låter inte ett program ta en tangent för sig själv här.</translation>
    </message>
    <message>
      <source>This key can't be used.</source>
      <translation>Den här tangenten kan inte användas.</translation>
    </message>
    <message>
      <source>the key left of 1</source>
      <translation>tangenten till vänster om 1</translation>
    </message>
  </context>
  <context>
    <name>Inbox</name>
    <message>
      <source>1.5×</source>
      <translation>1,5×</translation>
    </message>
    <message>
      <source>5 sec.</source>
      <translation>5 sek.</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alla</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Back 5 seconds</source>
      <translation>5 sekunder bakåt</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tillbaka</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Ta bort</translation>
    </message>
    <message>
      <source>Earlier with {name}</source>
      <translation>Tidigare med {name}</translation>
    </message>
    <message>
      <source>In the system's player</source>
      <translation>I systemets spelare</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Sparat</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>Markera som läst</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Markera som oläst</translation>
    </message>
    <message>
      <source>Message deleted</source>
      <translation>Meddelandet är borttaget</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Missat samtal</translation>
    </message>
    <message>
      <source>No message matches “{query}”</source>
      <translation>Inget meddelande matchar ”{query}”</translation>
    </message>
    <message>
      <source>No messages yet</source>
      <translation>Inga meddelanden än</translation>
    </message>
    <message>
      <source>Nothing kept</source>
      <translation>Inget sparat</translation>
    </message>
    <message>
      <source>Nothing unread</source>
      <translation>Inget oläst</translation>
    </message>
    <message>
      <source>On 5 seconds</source>
      <translation>5 sekunder framåt</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pausa</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonmeddelande</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Spela</translation>
    </message>
    <message>
      <source>Press B at a message to keep it.</source>
      <translation>Tryck B vid ett meddelande för att spara det.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Läst</translation>
    </message>
    <message>
      <source>Save as file</source>
      <translation>Spara som fil</translation>
    </message>
    <message>
      <source>Search messages by name or number</source>
      <translation>Sök meddelanden på namn eller nummer</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Ljud</translation>
    </message>
    <message>
      <source>Sound (*.wav)</source>
      <translation>Ljud (*.wav)</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Hastighet</translation>
    </message>
    <message>
      <source>Spoken · {time}</source>
      <translation>Talade · {time}</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunde inte skrivas där.</translation>
    </message>
    <message>
      <source>The mailbox is full: callers can't leave messages. Delete some.</source>
      <translation>Röstbrevlådan är full: det går inte att lämna meddelanden. Ta bort några.</translation>
    </message>
    <message>
      <source>The mailbox is {share} % full. Delete messages you no longer need.</source>
      <translation>Röstbrevlådan är full till {share} %. Ta bort meddelanden du inte längre behöver.</translation>
    </message>
    <message>
      <source>The sound can't be read.</source>
      <translation>Ljudet kan inte läsas.</translation>
    </message>
    <message>
      <source>The sound couldn't be fetched – try again.</source>
      <translation>Ljudet kunde inte hämtas – försök igen.</translation>
    </message>
    <message>
      <source>The system has no player for it.</source>
      <translation>Systemet har ingen spelare för det.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ångra</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Olästa</translation>
    </message>
    <message>
      <source>Voicemail · {time}</source>
      <translation>Röstmeddelande · {time}</translation>
    </message>
    <message>
      <source>What callers say to your mailbox arrives here.</source>
      <translation>Det som talas in i din röstbrevlåda kommer hit.</translation>
    </message>
    <message>
      <source>Where to play</source>
      <translation>Var det spelas upp</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Skyddat nummer</translation>
    </message>
    <message>
      <source>You called · {time}</source>
      <translation>Du ringde · {time}</translation>
    </message>
    <message>
      <source>You called, no answer</source>
      <translation>Du ringde, inget svar</translation>
    </message>
    <message>
      <source>You keep this message. Press delete again to delete it.</source>
      <translation>Du har sparat meddelandet. Tryck Ta bort igen för att ta bort det.</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>sparat</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>oläst</translation>
    </message>
  </context>
  <context>
    <name>Password</name>
    <message numerus="yes">
      <source>%n digit(s)</source>
      <translation>
        <numerusform>%n siffra</numerusform>
        <numerusform>%n siffror</numerusform>
      </translation>
    </message>
    <message>
      <source>Hide password</source>
      <translation>Dölj lösenord</translation>
    </message>
    <message>
      <source>New password again</source>
      <translation>Upprepa nytt lösenord</translation>
    </message>
    <message>
      <source>New password, digits only</source>
      <translation>Nytt lösenord, endast siffror</translation>
    </message>
    <message>
      <source>Not an easy one such as 1111 or 1234</source>
      <translation>Inte ett lätt som 1111 eller 1234</translation>
    </message>
    <message>
      <source>Show password</source>
      <translation>Visa lösenord</translation>
    </message>
    <message>
      <source>The two fields are the same</source>
      <translation>De två fälten är lika</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dagar</numerusform>
      </translation>
    </message>
    <message>
      <source>2 s</source>
      <translation>2 s</translation>
    </message>
    <message>
      <source>A click on the icon opens the window</source>
      <translation>Fönstret öppnas med ett klick på ikonen</translation>
    </message>
    <message>
      <source>A ring counts down; Esc cancels</source>
      <translation>Ringen räknar ned; Esc ångrar</translation>
    </message>
    <message>
      <source>A time of day, for example 15:00</source>
      <translation>Ett klockslag, till exempel 15:00</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Om</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Lägg till</translation>
    </message>
    <message>
      <source>Add one of your own</source>
      <translation>Lägg till egen</translation>
    </message>
    <message>
      <source>Always ask</source>
      <translation>Fråga alltid</translation>
    </message>
    <message>
      <source>Another number …</source>
      <translation>Ett annat nummer …</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Utseende</translation>
    </message>
    <message>
      <source>Applies to this computer only.</source>
      <translation>Gäller bara på den här datorn.</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Call a selected number from any program.</source>
      <translation>Ring ett markerat nummer från alla program.</translation>
    </message>
    <message>
      <source>Call from</source>
      <translation>Ring från</translation>
    </message>
    <message>
      <source>Call handling</source>
      <translation>Samtalshantering</translation>
    </message>
    <message>
      <source>Call the selected number</source>
      <translation>Ring markerat nummer</translation>
    </message>
    <message>
      <source>Callers can press 9 for reception</source>
      <translation>Uppringare kan trycka 9 för receptionen</translation>
    </message>
    <message>
      <source>Callers press 5 to hear it</source>
      <translation>Uppringare trycker 5 för att höra det</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtal</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Samtal går till</translation>
    </message>
    <message>
      <source>Calls you don't take</source>
      <translation>Samtal du inte tar</translation>
    </message>
    <message>
      <source>Can be changed when you are connected again.</source>
      <translation>Kan ändras när du är ansluten igen.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Avbryt</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Byt lösenord</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>Ändra {name}</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Ansluten</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Ansluter …</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Anslutning</translation>
    </message>
    <message>
      <source>Connection lost and found again</source>
      <translation>Anslutning bruten och återställd</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopierat</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiera</translation>
    </message>
    <message>
      <source>Country when it is missing</source>
      <translation>Landskod när den saknas</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Danska</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Mörkt</translation>
    </message>
    <message>
      <source>Delete heard messages after</source>
      <translation>Ta bort avlyssnade meddelanden efter</translation>
    </message>
    <message>
      <source>Denmark</source>
      <translation>Danmark</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Felrapport</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Hänvisning</translation>
    </message>
    <message>
      <source>Doesn't apply while you are diverted</source>
      <translation>Gäller inte vid hänvisning</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Engelska</translation>
    </message>
    <message>
      <source>Finland</source>
      <translation>Finland</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>Första sidan</translation>
    </message>
    <message>
      <source>For OnePresence. Digits only.</source>
      <translation>Till OnePresence. Endast siffror.</translation>
    </message>
    <message>
      <source>Free software under the GNU GPL, version 3 or later</source>
      <translation>Fri programvara under GNU GPL, version 3 eller senare</translation>
    </message>
    <message>
      <source>Germany</source>
      <translation>Tyskland</translation>
    </message>
    <message>
      <source>Give it a name</source>
      <translation>Ge den ett namn</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Hälsning</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hjälp</translation>
    </message>
    <message>
      <source>How OneVoicemail meets your callers.</source>
      <translation>Hur OneVoicemail bemöter dem som ringer.</translation>
    </message>
    <message>
      <source>How long</source>
      <translation>Hur länge</translation>
    </message>
    <message>
      <source>Icon</source>
      <translation>Ikon</translation>
    </message>
    <message>
      <source>Incoming call</source>
      <translation>Inkommande samtal</translation>
    </message>
    <message>
      <source>Keep the telephone system running</source>
      <translation>Låt telefonservern fortsätta köra</translation>
    </message>
    <message>
      <source>Kept messages are never deleted</source>
      <translation>Behållna meddelanden tas aldrig bort</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Kortkommando</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tangenter</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Språk</translation>
    </message>
    <message>
      <source>Language and start</source>
      <translation>Språk och start</translation>
    </message>
    <message>
      <source>Language of the greeting</source>
      <translation>Hälsningens språk</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Ljust</translation>
    </message>
    <message>
      <source>Listen to how it sounds</source>
      <translation>Lyssna på hur det låter</translation>
    </message>
    <message>
      <source>Log folder</source>
      <translation>Loggmapp</translation>
    </message>
    <message>
      <source>Longest message</source>
      <translation>Längsta meddelande</translation>
    </message>
    <message>
      <source>Mailbox</source>
      <translation>Brevlåda</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Meddelande</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minuter</translation>
    </message>
    <message>
      <source>Minutes as a number, for example 90</source>
      <translation>Minuter som ett tal, till exempel 90</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Missat samtal</translation>
    </message>
    <message>
      <source>My desk phone</source>
      <translation>Min bordstelefon</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Namn</translation>
    </message>
    <message>
      <source>Name of the destination</source>
      <translation>Destinationens namn</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Aldrig</translation>
    </message>
    <message>
      <source>New voicemail</source>
      <translation>Nytt röstmeddelande</translation>
    </message>
    <message>
      <source>No setting matches</source>
      <translation>Ingen inställning matchar</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ingen</translation>
    </message>
    <message>
      <source>Norway</source>
      <translation>Norge</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Inte ansluten</translation>
    </message>
    <message>
      <source>Nothing slides or pulses</source>
      <translation>Inget glider eller pulserar</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Aviseringar</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>Number of the destination</source>
      <translation>Destinationens nummer</translation>
    </message>
    <message>
      <source>Off: callers hear the greeting alone</source>
      <translation>Av: uppringare hör bara hälsningen</translation>
    </message>
    <message>
      <source>On this computer</source>
      <translation>På den här datorn</translation>
    </message>
    <message>
      <source>OnePresence</source>
      <translation>OnePresence</translation>
    </message>
    <message>
      <source>Only when it lasts longer than a moment</source>
      <translation>Bara när det varar mer än ett ögonblick</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öppna</translation>
    </message>
    <message>
      <source>Open tel: links in OnePresence</source>
      <translation>Öppna tel:-länkar i OnePresence</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>Phones go on working when OnePresence is quit</source>
      <translation>Telefonerna fungerar även när OnePresence avslutas</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Spela</translation>
    </message>
    <message>
      <source>Play messages in</source>
      <translation>Spela upp meddelanden i</translation>
    </message>
    <message>
      <source>Present password</source>
      <translation>Nuvarande lösenord</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Snabbhänvisningar</translation>
    </message>
    <message>
      <source>Quick diversions, and what happens to calls you don't take.</source>
      <translation>Snabbhänvisningar, och vad som händer med samtal du inte tar.</translation>
    </message>
    <message>
      <source>Quit from the tray's menu</source>
      <translation>Avsluta helt från ikonens meny</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Orsak</translation>
    </message>
    <message>
      <source>Reduce motion</source>
      <translation>Mindre rörelse</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Ta bort {name}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Spara</translation>
    </message>
    <message>
      <source>Saved destinations</source>
      <translation>Sparade destinationer</translation>
    </message>
    <message>
      <source>Search in settings</source>
      <translation>Sök i inställningar</translation>
    </message>
    <message>
      <source>Second language</source>
      <translation>Andra språk</translation>
    </message>
    <message>
      <source>Select a number anywhere, and press it</source>
      <translation>Markera ett nummer någonstans och tryck</translation>
    </message>
    <message>
      <source>Select the number and press {keys}</source>
      <translation>Markera numret, tryck {keys}</translation>
    </message>
    <message>
      <source>Select the number first</source>
      <translation>Markera numret först</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Visa</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Logga ut</translation>
    </message>
    <message>
      <source>Signed in as</source>
      <translation>Inloggad som</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>Six digits or more are harder to guess.</source>
      <translation>Sex eller fler siffror är svårare att gissa.</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start OnePresence when I sign in to the computer</source>
      <translation>Starta OnePresence när jag loggar in</translation>
    </message>
    <message>
      <source>Start hidden in the tray</source>
      <translation>Starta dold i aktivitetsfältet</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Förbli inloggad</translation>
    </message>
    <message>
      <source>Sweden</source>
      <translation>Sverige</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Svenska</translation>
    </message>
    <message>
      <source>Take messages</source>
      <translation>Ta emot meddelanden</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Text till kollegor</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Text till receptionen</translation>
    </message>
    <message>
      <source>The close button hides the window</source>
      <translation>Stäng-knappen döljer fönstret</translation>
    </message>
    <message>
      <source>The company's ({country})</source>
      <translation>Företagets ({country})</translation>
    </message>
    <message>
      <source>The demo company on this computer</source>
      <translation>Demoföretaget på den här datorn</translation>
    </message>
    <message>
      <source>The password has been changed.</source>
      <translation>Lösenordet har bytts.</translation>
    </message>
    <message>
      <source>The phone rings for</source>
      <translation>Telefonen ringer i</translation>
    </message>
    <message>
      <source>The present password isn't right.</source>
      <translation>Det nuvarande lösenordet är inte rätt.</translation>
    </message>
    <message>
      <source>The session is kept in the system's keyring</source>
      <translation>Sessionen sparas i systemets nyckelring</translation>
    </message>
    <message>
      <source>The system refused: {reason}</source>
      <translation>Systemet nekade: {reason}</translation>
    </message>
    <message>
      <source>The system's player</source>
      <translation>Systemets spelare</translation>
    </message>
    <message>
      <source>Then, when I don't answer</source>
      <translation>Därefter, när jag inte svarar</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Den här datorn</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>Klockslag</translation>
    </message>
    <message>
      <source>Time to cancel before a call</source>
      <translation>Ångertid före samtal</translation>
    </message>
    <message>
      <source>Try it now</source>
      <translation>Prova nu</translation>
    </message>
    <message>
      <source>Type the number that calls shall go to</source>
      <translation>Skriv numret som samtal ska gå till</translation>
    </message>
    <message>
      <source>United Kingdom</source>
      <translation>Storbritannien</translation>
    </message>
    <message>
      <source>United States</source>
      <translation>USA</translation>
    </message>
    <message>
      <source>Until a time</source>
      <translation>Till ett klockslag</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Tills vidare</translation>
    </message>
    <message>
      <source>Version and connection.</source>
      <translation>Version och anslutning.</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Version {version}</translation>
    </message>
    <message>
      <source>What a caller would hear now</source>
      <translation>Det en uppringare skulle höra nu</translation>
    </message>
    <message>
      <source>When I am on the phone</source>
      <translation>När jag är upptagen i telefon</translation>
    </message>
    <message>
      <source>When OnePresence may disturb you.</source>
      <translation>När OnePresence får störa.</translation>
    </message>
    <message>
      <source>When my phone can't be reached</source>
      <translation>När min telefon inte kan nås</translation>
    </message>
    <message>
      <source>Who calls, and where to send the call</source>
      <translation>Vem som ringer, och vart samtalet ska skickas</translation>
    </message>
    <message>
      <source>Windows lets only you choose it: Settings, Apps, Default apps</source>
      <translation>Windows låter bara dig välja det: Inställningar, Appar, Standardappar</translation>
    </message>
    <message>
      <source>Without numbers, names, messages or passwords</source>
      <translation>Utan nummer, namn, meddelanden och lösenord</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Fungerar</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message>
      <source>1 hour</source>
      <translation>1 timme</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timmar</translation>
    </message>
    <message>
      <source>30 minutes</source>
      <translation>30 minuter</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Besvarat</translation>
    </message>
    <message>
      <source>Answered on {device}</source>
      <translation>Besvarat på {device}</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Fråga först</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tillbaka</translation>
    </message>
    <message>
      <source>Call from {device}</source>
      <translation>Ring från {device}</translation>
    </message>
    <message>
      <source>Call the selected number, in any program</source>
      <translation>Ring det markerade numret, i alla program</translation>
    </message>
    <message>
      <source>Call them from your phone, then connect the two</source>
      <translation>Ring upp från din telefon och koppla sedan ihop de två</translation>
    </message>
    <message>
      <source>Calls go straight to OneVoicemail.</source>
      <translation>Samtal går direkt till OneVoicemail.</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Rensa sökningen</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Stäng</translation>
    </message>
    <message>
      <source>Connect the two</source>
      <translation>Koppla ihop</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Ansluten</translation>
    </message>
    <message>
      <source>Connected again</source>
      <translation>Ansluten igen</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Ansluter …</translation>
    </message>
    <message>
      <source>Demo</source>
      <translation>Demo</translation>
    </message>
    <message>
      <source>Demo – connected</source>
      <translation>Demo – ansluten</translation>
    </message>
    <message>
      <source>Disconnected</source>
      <translation>Frånkopplad</translation>
    </message>
    <message>
      <source>Disconnected {time}</source>
      <translation>Frånkopplad {time}</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Hänvisa</translation>
    </message>
    <message>
      <source>Divert to</source>
      <translation>Hänvisa till</translation>
    </message>
    <message>
      <source>Diverted from {name}</source>
      <translation>Hänvisad från {name}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Stör ej</translation>
    </message>
    <message>
      <source>Edit quick diversions</source>
      <translation>Redigera snabbhänvisningar</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Överallt</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Lägg på</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Parkera</translation>
    </message>
    <message>
      <source>Is calling you</source>
      <translation>Ringer dig</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tangenter</translation>
    </message>
    <message>
      <source>Last spoken {when}</source>
      <translation>Talades senast {when}</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Lyft luren</translation>
    </message>
    <message>
      <source>Missed call from {name}</source>
      <translation>Missat samtal från {name}</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Missat {when}</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>My state</source>
      <translation>Min status</translation>
    </message>
    <message>
      <source>Name or number</source>
      <translation>Namn eller nummer</translation>
    </message>
    <message>
      <source>New voicemail from {name}</source>
      <translation>Nytt röstmeddelande från {name}</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Nästa ruta</translation>
    </message>
    <message>
      <source>No connection to the telephone system.</source>
      <translation>Ingen anslutning till telefonsystemet.</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Inte ansluten</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>Parkerad</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>Ett steg tillbaka</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öppna</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Öppna telefonen</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Annan hänvisning …</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Spela</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Snabbhänvisningar</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Avvisa</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Search field</source>
      <translation>Sökfält</translation>
    </message>
    <message>
      <source>Search name, number, department – or type a number</source>
      <translation>Sök namn, nummer, avdelning – eller skriv ett nummer</translation>
    </message>
    <message>
      <source>Search or type a number</source>
      <translation>Sök eller skriv nummer</translation>
    </message>
    <message>
      <source>Sections in their order</source>
      <translation>Avsnitt i ordning</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Inställningar</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Logga ut</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>Somebody else …</source>
      <translation>Någon annan …</translation>
    </message>
    <message>
      <source>States are live</source>
      <translation>Status är aktuell</translation>
    </message>
    <message>
      <source>States may be out of date.</source>
      <translation>Status kan vara inaktuell.</translation>
    </message>
    <message>
      <source>Take back from hold</source>
      <translation>Återta</translation>
    </message>
    <message>
      <source>This overview</source>
      <translation>Den här översikten</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Koppla</translation>
    </message>
    <message>
      <source>Transfer to</source>
      <translation>Koppla till</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Försök nu</translation>
    </message>
    <message>
      <source>Trying again in {time}.</source>
      <translation>Försöker igen om {time}.</translation>
    </message>
    <message>
      <source>Turn off Do not disturb</source>
      <translation>Stäng av Stör ej</translation>
    </message>
    <message>
      <source>Until I turn it off</source>
      <translation>Tills jag stänger av det</translation>
    </message>
    <message>
      <source>Until working hours end</source>
      <translation>Tills arbetstiden slutar</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Skyddat nummer</translation>
    </message>
    <message>
      <source>now: {state}</source>
      <translation>nu: {state}</translation>
    </message>
    <message>
      <source>running now</source>
      <translation>pågår nu</translation>
    </message>
    <message>
      <source>{name} is calling, {number}</source>
      <translation>{name} ringer, {number}</translation>
    </message>
    <message>
      <source>{section}, {count} unread</source>
      <translation>{section}, {count} olästa</translation>
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <source>A living company of 40 colleagues on this computer. No real calls are made.</source>
      <translation>Ett levande företag med 40 kollegor på den här datorn. Inga riktiga samtal rings.</translation>
    </message>
    <message>
      <source>A telephone system of your own</source>
      <translation>Din egen telefonserver</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Tillbaka</translation>
    </message>
    <message>
      <source>Can be changed later in Settings</source>
      <translation>Kan ändras senare under Inställningar</translation>
    </message>
    <message>
      <source>Can't reach {server}.</source>
      <translation>Kan inte nå {server}.</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Byt lösenord</translation>
    </message>
    <message>
      <source>Choose your own password</source>
      <translation>Välj ditt eget lösenord</translation>
    </message>
    <message>
      <source>Company name</source>
      <translation>Företagets namn</translation>
    </message>
    <message>
      <source>Connect to my company</source>
      <translation>Anslut till mitt företag</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Fortsätt</translation>
    </message>
    <message>
      <source>Create and start</source>
      <translation>Skapa och starta</translation>
    </message>
    <message>
      <source>Customer code</source>
      <translation>Kundkod</translation>
    </message>
    <message>
      <source>Data stays on this machine</source>
      <translation>Data stannar på datorn</translation>
    </message>
    <message>
      <source>Encrypted connection</source>
      <translation>Krypterad anslutning</translation>
    </message>
    <message>
      <source>From your administrator</source>
      <translation>Fås av din administratör</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Språk</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Not encrypted</source>
      <translation>Inte krypterad</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Lösenord</translation>
    </message>
    <message>
      <source>Ready in a few seconds</source>
      <translation>Klart på några sekunder</translation>
    </message>
    <message>
      <source>Run on this computer</source>
      <translation>Kör på den här datorn</translation>
    </message>
    <message>
      <source>Save and continue</source>
      <translation>Spara och fortsätt</translation>
    </message>
    <message>
      <source>See who is free, call with one click, and divert your phone when you leave.</source>
      <translation>Se vem som är ledig, ring med ett klick och hänvisa när du går.</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>Serveradress</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Logga in</translation>
    </message>
    <message>
      <source>Sign in to OnePresence</source>
      <translation>Logga in på OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Logga ut</translation>
    </message>
    <message>
      <source>Start your own telephone system here, and invite colleagues afterwards.</source>
      <translation>Starta din egen telefonserver här och bjud in kollegor efteråt.</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Förbli inloggad</translation>
    </message>
    <message>
      <source>This is your first sign-in. The first password can't be used again.</source>
      <translation>Det är första gången du loggar in. Det första lösenordet kan inte användas igen.</translation>
    </message>
    <message>
      <source>Try with a demo company</source>
      <translation>Prova med demoföretag</translation>
    </message>
    <message>
      <source>Try with a demo company instead</source>
      <translation>Prova med demoföretag i stället</translation>
    </message>
    <message>
      <source>Welcome to OnePresence</source>
      <translation>Välkommen till OnePresence</translation>
    </message>
    <message>
      <source>You become its administrator, and add colleagues and phones afterwards.</source>
      <translation>Du blir administratör och lägger till kollegor och telefoner efteråt.</translation>
    </message>
    <message>
      <source>You need the server address, your local number and your password.</source>
      <translation>Du behöver serveradress, anknytningsnummer och lösenord.</translation>
    </message>
    <message>
      <source>Your last four digits</source>
      <translation>Dina fyra sista siffror</translation>
    </message>
    <message>
      <source>Your local number: {number}</source>
      <translation>Ditt anknytningsnummer: {number}</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Ditt namn</translation>
    </message>
  </context>
  <context>
    <name>Texts</name>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n timme</numerusform>
        <numerusform>%n timmar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minut</numerusform>
        <numerusform>%n minuter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n sekund</numerusform>
        <numerusform>%n sekunder</numerusform>
      </translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 timme</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timmar</translation>
    </message>
    <message>
      <source>5 minutes</source>
      <translation>5 minuter</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administratör</translation>
    </message>
    <message>
      <source>Another program is using the data.</source>
      <translation>Ett annat program använder datan.</translation>
    </message>
    <message>
      <source>Another program is using the network address.</source>
      <translation>Ett annat program använder nätverksadressen.</translation>
    </message>
    <message>
      <source>Answered on another phone.</source>
      <translation>Besvarat på en annan telefon.</translation>
    </message>
    <message>
      <source>At home</source>
      <translation>Hemma</translation>
    </message>
    <message>
      <source>At least 4 digits</source>
      <translation>Minst 4 siffror</translation>
    </message>
    <message>
      <source>At most 64 digits</source>
      <translation>Högst 64 siffror</translation>
    </message>
    <message>
      <source>Available</source>
      <translation>Ledig</translation>
    </message>
    <message>
      <source>Break</source>
      <translation>Rast</translation>
    </message>
    <message>
      <source>Calls can't be sent there.</source>
      <translation>Samtal kan inte skickas dit.</translation>
    </message>
    <message>
      <source>Calls would come back to you in a circle.</source>
      <translation>Samtal skulle komma tillbaka till dig i en cirkel.</translation>
    </message>
    <message>
      <source>Calls would end nowhere.</source>
      <translation>Samtal skulle inte komma fram någonstans.</translation>
    </message>
    <message>
      <source>Choose your own password first.</source>
      <translation>Välj först ditt eget lösenord.</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>Kurs</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordstelefon</translation>
    </message>
    <message>
      <source>Diverted</source>
      <translation>Hänvisad</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Stör ej</translation>
    </message>
    <message>
      <source>Gone for the day</source>
      <translation>Gått för dagen</translation>
    </message>
    <message>
      <source>Gone home</source>
      <translation>Gått hem</translation>
    </message>
    <message>
      <source>It exists already, or someone has changed it meanwhile.</source>
      <translation>Det finns redan, eller så har någon ändrat det under tiden.</translation>
    </message>
    <message>
      <source>It isn't there any more.</source>
      <translation>Det finns inte längre.</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Håll öppen</translation>
    </message>
    <message>
      <source>Local number and password don't match.</source>
      <translation>Anknytningsnummer och lösenord stämmer inte överens.</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Lunch</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Möte</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Nobody answered.</source>
      <translation>Ingen svarade.</translation>
    </message>
    <message>
      <source>Not 0000</source>
      <translation>Inte 0000</translation>
    </message>
    <message>
      <source>Not the one you have now</source>
      <translation>Inte det du har nu</translation>
    </message>
    <message>
      <source>Not your local number</source>
      <translation>Inte ditt anknytningsnummer</translation>
    </message>
    <message>
      <source>Off work</source>
      <translation>Ej i tjänst</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>On a course</source>
      <translation>På kurs</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>Upptagen i telefon</translation>
    </message>
    <message>
      <source>Only digits</source>
      <translation>Endast siffror</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Annat</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Receptionist</source>
      <translation>Receptionist</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Sick</source>
      <translation>Sjuk</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Something unexpected went wrong. Try again.</source>
      <translation>Något oväntat gick fel. Försök igen.</translation>
    </message>
    <message>
      <source>That can't be right: check what you have typed.</source>
      <translation>Det kan inte stämma: kontrollera det du skrivit.</translation>
    </message>
    <message>
      <source>That doesn't work at the moment. Try again shortly.</source>
      <translation>Det fungerar inte just nu. Försök igen om en stund.</translation>
    </message>
    <message>
      <source>That is too large.</source>
      <translation>Det är för stort.</translation>
    </message>
    <message>
      <source>That number can't be called.</source>
      <translation>Det numret går inte att ringa.</translation>
    </message>
    <message>
      <source>That password can't be used.</source>
      <translation>Det lösenordet kan inte användas.</translation>
    </message>
    <message>
      <source>The call can't be made.</source>
      <translation>Samtalet kan inte kopplas upp.</translation>
    </message>
    <message>
      <source>The call failed.</source>
      <translation>Samtalet misslyckades.</translation>
    </message>
    <message>
      <source>The call has ended.</source>
      <translation>Samtalet är slut.</translation>
    </message>
    <message>
      <source>The call was given up.</source>
      <translation>Samtalet avbröts.</translation>
    </message>
    <message>
      <source>The call was rejected.</source>
      <translation>Samtalet avvisades.</translation>
    </message>
    <message>
      <source>The connection was lost.</source>
      <translation>Anslutningen bröts.</translation>
    </message>
    <message>
      <source>The data can't be read. It was left as it is.</source>
      <translation>Data kan inte läsas. De lämnades orörda.</translation>
    </message>
    <message>
      <source>The disk is full. Nothing was changed.</source>
      <translation>Disken är full. Inget ändrades.</translation>
    </message>
    <message>
      <source>The number is busy.</source>
      <translation>Numret är upptaget.</translation>
    </message>
    <message>
      <source>The phone can't be reached.</source>
      <translation>Telefonen kan inte nås.</translation>
    </message>
    <message>
      <source>The phones found no common way to speak.</source>
      <translation>Telefonerna hittade inget gemensamt sätt att tala.</translation>
    </message>
    <message>
      <source>The recording stopped at the longest time you allow a message: the end may be missing.</source>
      <translation>Inspelningen avslutades vid den längsta tid du tillåter för ett meddelande: slutet kan saknas.</translation>
    </message>
    <message>
      <source>The recording stopped because the telephone system's disk was full: the end is missing.</source>
      <translation>Inspelningen avbröts eftersom telefonsystemets disk var full: slutet saknas.</translation>
    </message>
    <message>
      <source>The recording stopped because your mailbox was full: the end may be missing.</source>
      <translation>Inspelningen avbröts eftersom din röstbrevlåda var full: slutet kan saknas.</translation>
    </message>
    <message>
      <source>The sound can't be played on this computer.</source>
      <translation>Ljudet kan inte spelas på den här datorn.</translation>
    </message>
    <message>
      <source>The sound system has stopped – try again.</source>
      <translation>Ljudsystemet har stannat – försök igen.</translation>
    </message>
    <message>
      <source>The telephone system can't be reached.</source>
      <translation>Telefonsystemet kan inte nås.</translation>
    </message>
    <message>
      <source>The telephone system has no line to the outside yet: only colleagues can be called.</source>
      <translation>Växeln har ännu ingen linje ut: bara kollegor kan ringas upp.</translation>
    </message>
    <message>
      <source>The telephone system isn't running at the moment.</source>
      <translation>Telefonsystemet är inte igång just nu.</translation>
    </message>
    <message>
      <source>The telephone system stopped while the message was being left: the end may be missing.</source>
      <translation>Telefonsystemet stannade medan meddelandet talades in: slutet kan saknas.</translation>
    </message>
    <message>
      <source>There is no loudspeaker or headset to play it on.</source>
      <translation>Det finns ingen högtalare eller headset att spela den på.</translation>
    </message>
    <message>
      <source>There is no such number.</source>
      <translation>Numret finns inte.</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Tomorrow</source>
      <translation>I morgon</translation>
    </message>
    <message>
      <source>Too easy: a row of digits</source>
      <translation>För lätt: en talföljd</translation>
    </message>
    <message>
      <source>Too easy: the same digits over and over</source>
      <translation>För lätt: samma siffror om och om igen</translation>
    </message>
    <message>
      <source>Too many tries. Try again in {time}.</source>
      <translation>För många försök. Försök igen om {time}.</translation>
    </message>
    <message>
      <source>Too many tries. Wait a little and try again.</source>
      <translation>För många försök. Vänta en stund och försök igen.</translation>
    </message>
    <message>
      <source>Travel</source>
      <translation>Resa</translation>
    </message>
    <message>
      <source>Travelling</source>
      <translation>På resa</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Okänd</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Användare</translation>
    </message>
    <message>
      <source>Vacation</source>
      <translation>Semester</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Hemarbete</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>I går</translation>
    </message>
    <message>
      <source>You are not signed in any more. Sign in again.</source>
      <translation>Du är inte längre inloggad. Logga in igen.</translation>
    </message>
    <message>
      <source>You couldn't be signed in.</source>
      <translation>Du kunde inte loggas in.</translation>
    </message>
    <message>
      <source>You don't have the right to do that.</source>
      <translation>Du har inte behörighet till det.</translation>
    </message>
    <message>
      <source>You have no phone to call from. Ask your administrator for one.</source>
      <translation>Du har ingen telefon att ringa från. Be din administratör om en.</translation>
    </message>
    <message>
      <source>Your phone isn't connected. Choose another one.</source>
      <translation>Din telefon är inte ansluten. Välj en annan.</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d MMM yyyy</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>används</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>offline</translation>
    </message>
    <message>
      <source>on hold</source>
      <translation>parkerad</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>klar</translation>
    </message>
    <message>
      <source>rings</source>
      <translation>ringer</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>okänd</translation>
    </message>
    <message>
      <source>until further notice</source>
      <translation>tills vidare</translation>
    </message>
    <message>
      <source>until tomorrow {time}</source>
      <translation>till i morgon {time}</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>till {day}</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>till {time}</translation>
    </message>
    <message>
      <source>{count} d</source>
      <translation>{count} d</translation>
    </message>
    <message>
      <source>{count} h</source>
      <translation>{count} t</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} min</translation>
    </message>
    <message>
      <source>{number} can't be called.</source>
      <translation>{number} går inte att ringa.</translation>
    </message>
    <message>
      <source>{time} ago</source>
      <translation>för {time} sedan</translation>
    </message>
    <message>
      <source>{time} · cut short</source>
      <translation>{time} · avbrutet</translation>
    </message>
    <message>
      <source>½ hour</source>
      <translation>½ timme</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>%n new message(s)</source>
      <translation>
        <numerusform>%n nytt meddelande</numerusform>
        <numerusform>%n nya meddelanden</numerusform>
      </translation>
    </message>
    <message>
      <source>Call selected number</source>
      <translation>Ring markerat nummer</translation>
    </message>
    <message>
      <source>Diverted: {reason}</source>
      <translation>Hänvisad: {reason}</translation>
    </message>
    <message>
      <source>Diverted: {reason}, until {time}</source>
      <translation>Hänvisad: {reason}, till {time}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Stör ej</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoriter</translation>
    </message>
    <message>
      <source>No new messages</source>
      <translation>Inga nya meddelanden</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Inte ansluten</translation>
    </message>
    <message>
      <source>Not connected – trying again</source>
      <translation>Inte ansluten – försöker igen</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Öppna telefonen</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Annan hänvisning …</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Avsluta</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Inställningar</translation>
    </message>
    <message>
      <source>Show OnePresence</source>
      <translation>Visa OnePresence</translation>
    </message>
    <message>
      <source>Sign in …</source>
      <translation>Logga in …</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Utloggad</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} kvar</translation>
    </message>
  </context>
</TS>
