<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
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
      <translation>Et opkald til {number} ringer på alle tændte enheder</translation>
    </message>
    <message>
      <source>Add device</source>
      <translation>Tilføj enhed</translation>
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
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Close access</source>
      <translation>Luk adgang</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>Lukket</translation>
    </message>
    <message>
      <source>Copy the code</source>
      <translation>Kopiér koden</translation>
    </message>
    <message>
      <source>Copy: {what}</source>
      <translation>Kopiér: {what}</translation>
    </message>
    <message>
      <source>Delete {name} for good</source>
      <translation>Slet {name} for altid</translation>
    </message>
    <message>
      <source>Delete …</source>
      <translation>Slet …</translation>
    </message>
    <message>
      <source>Department</source>
      <translation>Afdeling</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordtelefon</translation>
    </message>
    <message>
      <source>Devices</source>
      <translation>Enheder</translation>
    </message>
    <message>
      <source>Devices, messages and history go with the person, and can't be had back. Type the name:</source>
      <translation>Enheder, beskeder og historik slettes sammen med personen og kan ikke fås tilbage. Skriv navnet:</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Rediger</translation>
    </message>
    <message>
      <source>Every showing of a password is written to the audit log</source>
      <translation>Enhver visning af en adgangskode skrives i loggen</translation>
    </message>
    <message>
      <source>From the OneNumber</source>
      <translation>Fra OneNumber</translation>
    </message>
    <message>
      <source>Hidden in {time}</source>
      <translation>Skjules om {time}</translation>
    </message>
    <message>
      <source>Hide the SIP settings</source>
      <translation>Skjul SIP-oplysninger</translation>
    </message>
    <message>
      <source>Kind of device</source>
      <translation>Enhedens art</translation>
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
      <translation>Mere</translation>
    </message>
    <message>
      <source>More for {device}</source>
      <translation>Mere for {device}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>Name of the device</source>
      <translation>Enhedens navn</translation>
    </message>
    <message>
      <source>New person</source>
      <translation>Ny person</translation>
    </message>
    <message>
      <source>No devices yet. Add a desk phone, a softphone or a mobile.</source>
      <translation>Ingen enheder endnu. Tilføj en bordtelefon, en softphone eller en mobil.</translation>
    </message>
    <message>
      <source>Not registered</source>
      <translation>Ikke tilmeldt</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Ikke gemt</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Engangskode</translation>
    </message>
    <message>
      <source>Open access</source>
      <translation>Åbn adgang</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personer</translation>
    </message>
    <message>
      <source>People or devices</source>
      <translation>Personer eller enheder</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Real phones can't connect to the demo company.</source>
      <translation>Rigtige telefoner kan ikke tilmeldes demofirmaet.</translation>
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
      <translation>Tilmeldt</translation>
    </message>
    <message>
      <source>Remove {device}</source>
      <translation>Fjern {device}</translation>
    </message>
    <message>
      <source>Reset password</source>
      <translation>Nulstil adgangskode</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Rung over the trunk</source>
      <translation>Ringes op udefra</translation>
    </message>
    <message>
      <source>SIP settings</source>
      <translation>SIP-oplysninger</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gemt</translation>
    </message>
    <message>
      <source>Search person, number or department</source>
      <translation>Søg person, nummer eller afdeling</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Show SIP settings</source>
      <translation>Vis SIP-oplysninger</translation>
    </message>
    <message>
      <source>Show the password</source>
      <translation>Vis adgangskoden</translation>
    </message>
    <message>
      <source>Shown only now. For the first sign-in from outside; here the first password is 0000.</source>
      <translation>Vises kun nu. Til første login udefra; her er den første adgangskode 0000.</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>The only administrator can't be closed or deleted.</source>
      <translation>Den eneste administrator kan ikke lukkes eller slettes.</translation>
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
      <translation>Skriv navnet: {name}</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Ukendt</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Bruger</translation>
    </message>
    <message>
      <source>{name} is signed out on all devices, and needs a code to get in again.</source>
      <translation>{name} logges ud på alle enheder og skal bruge en kode for at logge ind igen.</translation>
    </message>
    <message>
      <source>{transport} · not encrypted</source>
      <translation>{transport} · ikke krypteret</translation>
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
      <translation>Et andet program bruger {keys}. Vælg en anden tast i Indstillinger, Opkaldshåndtering.</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtale</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Viderestil min telefon</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonbesked</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Søgning</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Indstillinger</translation>
    </message>
    <message>
      <source>This computer has no keyring, so you sign in at each start.</source>
      <translation>Denne computer har ingen nøglering, så du logger ind ved hver start.</translation>
    </message>
  </context>
  <context>
    <name>Calls</name>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Answered by {name}</source>
      <translation>Besvaret af {name}</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Optaget</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tilbage</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtale</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiér nummeret</translation>
    </message>
    <message>
      <source>Emergency call</source>
      <translation>Nødopkald</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtrér</translation>
    </message>
    <message>
      <source>Given up</source>
      <translation>Opgivet</translation>
    </message>
    <message>
      <source>In</source>
      <translation>Ind</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Indgående</translation>
    </message>
    <message>
      <source>It came back to {name} and was stopped</source>
      <translation>Det kom tilbage til {name} og blev stoppet</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Tabte</translation>
    </message>
    <message>
      <source>No call matches</source>
      <translation>Ingen samtale passer</translation>
    </message>
    <message>
      <source>No calls yet</source>
      <translation>Ingen samtaler endnu</translation>
    </message>
    <message>
      <source>No missed calls – well done</source>
      <translation>Ingen tabte opkald – godt gået</translation>
    </message>
    <message>
      <source>No such calls</source>
      <translation>Ingen af den slags</translation>
    </message>
    <message>
      <source>Nobody has {number}</source>
      <translation>Ingen har {number}</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>Ubesvaret</translation>
    </message>
    <message>
      <source>Nothing is known of its way.</source>
      <translation>Vejen er ikke kendt.</translation>
    </message>
    <message>
      <source>Out</source>
      <translation>Ud</translation>
    </message>
    <message>
      <source>Out of the house to {number}</source>
      <translation>Ud af huset til {number}</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Udgående</translation>
    </message>
    <message>
      <source>Picked up by {name}</source>
      <translation>Opkaldet taget af {name}</translation>
    </message>
    <message>
      <source>Rang at the group {name}</source>
      <translation>Ringede hos gruppen {name}</translation>
    </message>
    <message>
      <source>Rang at {name}</source>
      <translation>Ringede hos {name}</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Afvist</translation>
    </message>
    <message>
      <source>Search calls by name or number</source>
      <translation>Søg i samtaler på navn eller nummer</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Vælg</translation>
    </message>
    <message>
      <source>Sent on by {name}</source>
      <translation>Sendt videre af {name}</translation>
    </message>
    <message>
      <source>The call's way</source>
      <translation>Opkaldets vej</translation>
    </message>
    <message>
      <source>To {name}'s mailbox</source>
      <translation>Til {name}s telefonsvarer</translation>
    </message>
    <message>
      <source>Transferred by {name}</source>
      <translation>Omstillet af {name}</translation>
    </message>
    <message>
      <source>Unknown number</source>
      <translation>Ukendt nummer</translation>
    </message>
    <message>
      <source>Voicemail</source>
      <translation>Voicemail</translation>
    </message>
    <message>
      <source>Which calls</source>
      <translation>Hvilke opkald</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Hemmeligt nummer</translation>
    </message>
    <message>
      <source>diverted by {name}</source>
      <translation>viderestillet af {name}</translation>
    </message>
    <message>
      <source>{name} could not be reached</source>
      <translation>{name} kunne ikke nås</translation>
    </message>
    <message>
      <source>{name} did not answer</source>
      <translation>{name} svarede ikke</translation>
    </message>
    <message>
      <source>{name} had diverted</source>
      <translation>{name} havde viderestillet</translation>
    </message>
    <message>
      <source>{name} has no phone connected</source>
      <translation>{name} har ingen telefon tilsluttet</translation>
    </message>
    <message>
      <source>{name} was busy</source>
      <translation>{name} var optaget</translation>
    </message>
    <message>
      <source>{name}'s number is closed</source>
      <translation>{name}s nummer er lukket</translation>
    </message>
    <message>
      <source>{number} was dialled</source>
      <translation>{number} blev kaldt</translation>
    </message>
  </context>
  <context>
    <name>Colleagues</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>%n fundet</numerusform>
        <numerusform>%n fundet</numerusform>
      </translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All colleagues</source>
      <translation>Alle kolleger</translation>
    </message>
    <message>
      <source>At work again {when}</source>
      <translation>På arbejde igen {when}</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call number</source>
      <translation>Ring til</translation>
    </message>
    <message>
      <source>Call the mobile</source>
      <translation>Ring til mobil</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Ryd søgning</translation>
    </message>
    <message>
      <source>Colleagues</source>
      <translation>Kolleger</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiér</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Kopiér nummeret</translation>
    </message>
    <message>
      <source>Divert my phone to here</source>
      <translation>Viderestil hertil</translation>
    </message>
    <message>
      <source>Divert to here</source>
      <translation>Viderestil hertil</translation>
    </message>
    <message>
      <source>External number · rings your phone first</source>
      <translation>Eksternt nummer · ringer først på din telefon</translation>
    </message>
    <message>
      <source>Favourite</source>
      <translation>Favorit</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoritter</translation>
    </message>
    <message>
      <source>Fetching colleagues …</source>
      <translation>Henter kolleger …</translation>
    </message>
    <message>
      <source>Free now</source>
      <translation>Ledige nu</translation>
    </message>
    <message>
      <source>Last seen {ago}</source>
      <translation>Sidst set {ago}</translation>
    </message>
    <message>
      <source>Letters {first} to {last}</source>
      <translation>Bogstaverne {first} til {last}</translation>
    </message>
    <message>
      <source>Local number · rings your phone first</source>
      <translation>Lokalnummer · ringer først på din telefon</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Tabt {when}</translation>
    </message>
    <message>
      <source>My department</source>
      <translation>Min afdeling</translation>
    </message>
    <message>
      <source>No colleague is called “{query}”</source>
      <translation>Ingen kolleger hedder »{query}«</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Intet fundet</translation>
    </message>
    <message>
      <source>Recent calls</source>
      <translation>Seneste samtaler</translation>
    </message>
    <message>
      <source>Remove from favourites</source>
      <translation>Fjern fra favoritter</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Vælg</translation>
    </message>
    <message>
      <source>Spoken {when}</source>
      <translation>Talt {when}</translation>
    </message>
    <message>
      <source>Try fewer letters, a local number or a department.</source>
      <translation>Prøv færre bogstaver, et lokalnummer eller en afdeling.</translation>
    </message>
    <message>
      <source>Type digits to call a number with Enter.</source>
      <translation>Skriver du cifre, kan du ringe direkte med Enter.</translation>
    </message>
    <message>
      <source>favourite</source>
      <translation>favorit</translation>
    </message>
    <message>
      <source>local {number}</source>
      <translation>lokal {number}</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>A link can't dial codes with * or #.</source>
      <translation>Et link kan ikke ringe til koder med * eller #.</translation>
    </message>
    <message>
      <source>Emergency calls are confirmed on the screen.</source>
      <translation>Nødopkald bekræftes på skærmen.</translation>
    </message>
    <message>
      <source>Not connected; this is how it was.</source>
      <translation>Ingen forbindelse; sådan så det ud sidst.</translation>
    </message>
    <message>
      <source>Not signed in.</source>
      <translation>Ikke logget på.</translation>
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation>Der er flere numre i det.</translation>
    </message>
    <message>
      <source>There is no number in that link.</source>
      <translation>Der er intet nummer i det link.</translation>
    </message>
    <message>
      <source>There is no quick diversion {name}. There are: {names}</source>
      <translation>Der er ingen hurtig viderestilling {name}. Der er: {names}</translation>
    </message>
  </context>
  <context>
    <name>Dial</name>
    <message numerus="yes">
      <source>%n number(s) found – whom do you want to call?</source>
      <translation>
        <numerusform>%n nummer fundet – hvem vil du ringe til?</numerusform>
        <numerusform>%n numre fundet – hvem vil du ringe til?</numerusform>
      </translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Ring op</translation>
    </message>
    <message>
      <source>Call now</source>
      <translation>Ring nu</translation>
    </message>
    <message>
      <source>Call {number} – {name}?</source>
      <translation>Ring til {number} – {name}?</translation>
    </message>
    <message>
      <source>Call {number}?</source>
      <translation>Ring til {number}?</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Luk</translation>
    </message>
    <message>
      <source>Emergency call to {number}?</source>
      <translation>Nødopkald til {number}?</translation>
    </message>
    <message>
      <source>From the desk phone</source>
      <translation>Fra bordtelefonen</translation>
    </message>
    <message>
      <source>From the mobile</source>
      <translation>Fra mobilen</translation>
    </message>
    <message>
      <source>From the softphone</source>
      <translation>Fra softphonen</translation>
    </message>
    <message>
      <source>Guessed from the text</source>
      <translation>Gættet ud fra teksten</translation>
    </message>
    <message>
      <source>No number in the selected text</source>
      <translation>Intet nummer i den markerede tekst</translation>
    </message>
    <message>
      <source>No number selected</source>
      <translation>Intet nummer markeret</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nummer</translation>
    </message>
    <message>
      <source>The program with the selected text doesn't answer</source>
      <translation>Programmet med den markerede tekst svarer ikke</translation>
    </message>
    <message>
      <source>There is no number in that.</source>
      <translation>Der er intet nummer i det.</translation>
    </message>
    <message>
      <source>Type the number to call.</source>
      <translation>Skriv nummeret, du vil ringe til.</translation>
    </message>
  </context>
  <context>
    <name>Diversion</name>
    <message>
      <source>(back {time})</source>
      <translation>(tilbage {time})</translation>
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
      <translation>En nyere gælder</translation>
    </message>
    <message>
      <source>Calls from {when}</source>
      <translation>Opkald fra {when}</translation>
    </message>
    <message>
      <source>Calls now</source>
      <translation>Opkald nu</translation>
    </message>
    <message>
      <source>Calls shall go to</source>
      <translation>Opkald skal gå til</translation>
    </message>
    <message>
      <source>Calls would come back to {at} in a circle</source>
      <translation>Opkald ville komme tilbage til {at} i en ring</translation>
    </message>
    <message>
      <source>Change {what}</source>
      <translation>Ret {what}</translation>
    </message>
    <message>
      <source>Choose whom</source>
      <translation>Vælg modtager</translation>
    </message>
    <message>
      <source>Choose whom calls shall go to</source>
      <translation>Vælg, hvem opkald skal gå til</translation>
    </message>
    <message>
      <source>Colleague</source>
      <translation>Kollega</translation>
    </message>
    <message>
      <source>Colleagues see: {words}</source>
      <translation>Kollegerne ser: {words}</translation>
    </message>
    <message>
      <source>Current</source>
      <translation>Aktuel</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Viderestil</translation>
    </message>
    <message>
      <source>Divert my phone</source>
      <translation>Viderestil min telefon</translation>
    </message>
    <message>
      <source>Diverting to an external number is charged as a call from you.</source>
      <translation>Viderestilling til et eksternt nummer takseres som et opkald fra dig.</translation>
    </message>
    <message>
      <source>End {what}</source>
      <translation>Afslut {what}</translation>
    </message>
    <message>
      <source>External</source>
      <translation>Eksternt</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Fra</translation>
    </message>
    <message>
      <source>Give up the change</source>
      <translation>Fortryd ændring</translation>
    </message>
    <message>
      <source>Goes before “{what}”, which runs now</source>
      <translation>Går forud for »{what}«, som kører nu</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Hold åben</translation>
    </message>
    <message>
      <source>Kind of number</source>
      <translation>Slags nummer</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>Name of the group</source>
      <translation>Gruppens navn</translation>
    </message>
    <message>
      <source>Name or local number</source>
      <translation>Navn eller lokalnummer</translation>
    </message>
    <message>
      <source>Nobody in the company has the number {at}</source>
      <translation>Ingen i firmaet har nummeret {at}</translation>
    </message>
    <message>
      <source>Nobody is in the group {at}</source>
      <translation>Der er ingen i gruppen {at}</translation>
    </message>
    <message>
      <source>Not sent without a connection</source>
      <translation>Sendes ikke uden forbindelse</translation>
    </message>
    <message>
      <source>Nothing planned</source>
      <translation>Intet planlagt</translation>
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
      <translation>Nummer, eller navnet på et gemt</translation>
    </message>
    <message>
      <source>One set by hand counts</source>
      <translation>En sat i hånden gælder</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Åbn telefonen</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Planlæg</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Årsag</translation>
    </message>
    <message>
      <source>Reception</source>
      <translation>Reception</translation>
    </message>
    <message>
      <source>Remember as a quick diversion</source>
      <translation>Husk som hurtig viderestilling</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Nulstil</translation>
    </message>
    <message>
      <source>Save the change</source>
      <translation>Gem ændring</translation>
    </message>
    <message>
      <source>Shown at the left and in the tray's menu</source>
      <translation>Vises i venstre side og i bakkemenuen</translation>
    </message>
    <message>
      <source>Takes a message</source>
      <translation>Tager imod besked</translation>
    </message>
    <message>
      <source>Takes the call</source>
      <translation>Tager opkaldet</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Tekst til kolleger</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Tekst til receptionen</translation>
    </message>
    <message>
      <source>The company has no reception</source>
      <translation>Firmaet har ingen reception</translation>
    </message>
    <message>
      <source>The diversion wasn't saved.</source>
      <translation>Viderestillingen blev ikke gemt.</translation>
    </message>
    <message>
      <source>The end must lie after the beginning</source>
      <translation>Slutningen skal ligge efter begyndelsen</translation>
    </message>
    <message>
      <source>The phone is open</source>
      <translation>Telefonen er åben</translation>
    </message>
    <message>
      <source>The phone rings</source>
      <translation>Telefonen ringer</translation>
    </message>
    <message>
      <source>The schedule counts</source>
      <translation>Skemaet gælder</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Til</translation>
    </message>
    <message>
      <source>To come</source>
      <translation>Kommende</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Indtil videre</translation>
    </message>
    <message>
      <source>{at} can't be called</source>
      <translation>{at} kan ikke ringes op</translation>
    </message>
    <message>
      <source>{at} has no access any more and takes no calls</source>
      <translation>{at} har ikke længere adgang og tager ikke imod opkald</translation>
    </message>
    <message>
      <source>{calls} ring your phone</source>
      <translation>{calls} ringer på din telefon</translation>
    </message>
    <message>
      <source>{route}, but the telephone system has no line out: callers are turned away</source>
      <translation>{route}, men telefonsystemet har ingen linje ud: de, der ringer, bliver afvist</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} tilbage</translation>
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
      <translation>{typed} af {all} cifre</translation>
    </message>
  </context>
  <context>
    <name>Hotkey</name>
    <message>
      <source>Another program has that key already; the old one stays.</source>
      <translation>Et andet program har allerede den tast; den gamle bliver.</translation>
    </message>
    <message>
      <source>Another program has this key. Choose another one, or change it there.</source>
      <translation>Et andet program har denne tast. Vælg en anden, eller lav den om dér.</translation>
    </message>
    <message>
      <source>Back to the usual key</source>
      <translation>Tilbage til den sædvanlige tast</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>Hold Ctrl or Alt as well: the key alone is needed for writing.</source>
      <translation>Hold også Ctrl eller Alt nede: tasten alene bruges til at skrive med.</translation>
    </message>
    <message>
      <source>Only Ctrl, Alt or Shift arrived. Another program may have that key; choose another.</source>
      <translation>Kun Ctrl, Alt eller Shift nåede frem. Et andet program har måske den tast; vælg en anden.</translation>
    </message>
    <message>
      <source>Press the keys …</source>
      <translation>Tryk tasterne …</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Skift</translation>
    </message>
    <message>
      <source>The system doesn't let a program take a key for itself here.</source>
      <translation>Systemet lader ikke et program tage en tast for sig selv her.</translation>
    </message>
    <message>
      <source>This key can't be used.</source>
      <translation>Denne tast kan ikke bruges.</translation>
    </message>
    <message>
      <source>the key left of 1</source>
      <translation>tasten til venstre for 1</translation>
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
      <translation>Alle</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Back 5 seconds</source>
      <translation>5 sekunder tilbage</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tilbage</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Slet</translation>
    </message>
    <message>
      <source>Earlier with {name}</source>
      <translation>Tidligere med {name}</translation>
    </message>
    <message>
      <source>In the system's player</source>
      <translation>I systemets afspiller</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behold</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Beholdt</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>Markér som læst</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Markér som ulæst</translation>
    </message>
    <message>
      <source>Message deleted</source>
      <translation>Beskeden er slettet</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Tabt opkald</translation>
    </message>
    <message>
      <source>No message matches “{query}”</source>
      <translation>Ingen besked passer til »{query}«</translation>
    </message>
    <message>
      <source>No messages yet</source>
      <translation>Ingen beskeder endnu</translation>
    </message>
    <message>
      <source>Nothing kept</source>
      <translation>Intet beholdt</translation>
    </message>
    <message>
      <source>Nothing unread</source>
      <translation>Intet ulæst</translation>
    </message>
    <message>
      <source>On 5 seconds</source>
      <translation>5 sekunder frem</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Phone messages</source>
      <translation>Telefonbesked</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Afspil</translation>
    </message>
    <message>
      <source>Press B at a message to keep it.</source>
      <translation>Tryk B ved en besked for at beholde den.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Læst</translation>
    </message>
    <message>
      <source>Save as file</source>
      <translation>Gem som fil</translation>
    </message>
    <message>
      <source>Search messages by name or number</source>
      <translation>Søg i beskeder på navn eller nummer</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Lyd</translation>
    </message>
    <message>
      <source>Sound (*.wav)</source>
      <translation>Lyd (*.wav)</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Hastighed</translation>
    </message>
    <message>
      <source>Spoken · {time}</source>
      <translation>Talt · {time}</translation>
    </message>
    <message>
      <source>The file couldn't be written there.</source>
      <translation>Filen kunne ikke skrives der.</translation>
    </message>
    <message>
      <source>The mailbox is full: callers can't leave messages. Delete some.</source>
      <translation>Postkassen er fuld: der kan ikke lægges beskeder. Slet nogle.</translation>
    </message>
    <message>
      <source>The mailbox is {share} % full. Delete messages you no longer need.</source>
      <translation>Postkassen er {share} % fuld. Slet beskeder, du ikke længere har brug for.</translation>
    </message>
    <message>
      <source>The sound can't be read.</source>
      <translation>Lyden kan ikke læses.</translation>
    </message>
    <message>
      <source>The sound couldn't be fetched – try again.</source>
      <translation>Lyden kunne ikke hentes – prøv igen.</translation>
    </message>
    <message>
      <source>The system has no player for it.</source>
      <translation>Systemet har ingen afspiller til den.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Fortryd</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Ulæste</translation>
    </message>
    <message>
      <source>Voicemail · {time}</source>
      <translation>Voicemail · {time}</translation>
    </message>
    <message>
      <source>What callers say to your mailbox arrives here.</source>
      <translation>Det, der indtales på din telefonsvarer, kommer her.</translation>
    </message>
    <message>
      <source>Where to play</source>
      <translation>Hvor den afspilles</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Hemmeligt nummer</translation>
    </message>
    <message>
      <source>You called · {time}</source>
      <translation>Du ringede · {time}</translation>
    </message>
    <message>
      <source>You called, no answer</source>
      <translation>Du ringede, intet svar</translation>
    </message>
    <message>
      <source>You keep this message. Press delete again to delete it.</source>
      <translation>Du har valgt at beholde beskeden. Tryk Slet igen for at slette den.</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>beholdt</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>ulæst</translation>
    </message>
  </context>
  <context>
    <name>Password</name>
    <message numerus="yes">
      <source>%n digit(s)</source>
      <translation>
        <numerusform>%n ciffer</numerusform>
        <numerusform>%n cifre</numerusform>
      </translation>
    </message>
    <message>
      <source>Hide password</source>
      <translation>Skjul adgangskode</translation>
    </message>
    <message>
      <source>New password again</source>
      <translation>Gentag ny adgangskode</translation>
    </message>
    <message>
      <source>New password, digits only</source>
      <translation>Ny adgangskode, kun cifre</translation>
    </message>
    <message>
      <source>Not an easy one such as 1111 or 1234</source>
      <translation>Ikke en let kode som 1111 eller 1234</translation>
    </message>
    <message>
      <source>Show password</source>
      <translation>Vis adgangskode</translation>
    </message>
    <message>
      <source>The two fields are the same</source>
      <translation>De to felter er ens</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n dag</numerusform>
        <numerusform>%n dage</numerusform>
      </translation>
    </message>
    <message>
      <source>2 s</source>
      <translation>2 s</translation>
    </message>
    <message>
      <source>A click on the icon opens the window</source>
      <translation>Vinduet åbner med et klik på ikonet</translation>
    </message>
    <message>
      <source>A ring counts down; Esc cancels</source>
      <translation>Ringen tæller ned; Esc fortryder</translation>
    </message>
    <message>
      <source>A time of day, for example 15:00</source>
      <translation>Et klokkeslæt, for eksempel 15:00</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Om</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Tilføj</translation>
    </message>
    <message>
      <source>Add one of your own</source>
      <translation>Tilføj egen</translation>
    </message>
    <message>
      <source>Always ask</source>
      <translation>Spørg altid</translation>
    </message>
    <message>
      <source>Another number …</source>
      <translation>Et andet nummer …</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Udseende</translation>
    </message>
    <message>
      <source>Applies to this computer only.</source>
      <translation>Gælder kun på denne computer.</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Som systemet</translation>
    </message>
    <message>
      <source>Call a selected number from any program.</source>
      <translation>Ring til et markeret nummer fra alle programmer.</translation>
    </message>
    <message>
      <source>Call from</source>
      <translation>Ring ud fra</translation>
    </message>
    <message>
      <source>Call handling</source>
      <translation>Opkaldshåndtering</translation>
    </message>
    <message>
      <source>Call the selected number</source>
      <translation>Ring til markeret nummer</translation>
    </message>
    <message>
      <source>Callers can press 9 for reception</source>
      <translation>Opkalder kan taste 9 for reception</translation>
    </message>
    <message>
      <source>Callers press 5 to hear it</source>
      <translation>Opkaldere taster 5 for at høre det</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Samtale</translation>
    </message>
    <message>
      <source>Calls go to</source>
      <translation>Opkald går til</translation>
    </message>
    <message>
      <source>Calls you don't take</source>
      <translation>Opkald, du ikke tager</translation>
    </message>
    <message>
      <source>Can be changed when you are connected again.</source>
      <translation>Kan ændres, når du er forbundet igen.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuller</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Skift adgangskode</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>Ret {name}</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Forbundet</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Forbinder …</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Forbindelse</translation>
    </message>
    <message>
      <source>Connection lost and found again</source>
      <translation>Forbindelse tabt og fundet igen</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopieret</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiér</translation>
    </message>
    <message>
      <source>Country when it is missing</source>
      <translation>Landekode, når den mangler</translation>
    </message>
    <message>
      <source>Danish</source>
      <translation>Dansk</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Mørkt</translation>
    </message>
    <message>
      <source>Delete heard messages after</source>
      <translation>Slet hørte beskeder efter</translation>
    </message>
    <message>
      <source>Denmark</source>
      <translation>Danmark</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Fejlrapport</translation>
    </message>
    <message>
      <source>Diversion</source>
      <translation>Viderestilling</translation>
    </message>
    <message>
      <source>Doesn't apply while you are diverted</source>
      <translation>Gælder ikke ved viderestilling</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Engelsk</translation>
    </message>
    <message>
      <source>Finland</source>
      <translation>Finland</translation>
    </message>
    <message>
      <source>First page</source>
      <translation>Første side</translation>
    </message>
    <message>
      <source>For OnePresence. Digits only.</source>
      <translation>Til OnePresence. Kun cifre.</translation>
    </message>
    <message>
      <source>Free software under the GNU GPL, version 3 or later</source>
      <translation>Fri software under GNU GPL, version 3 eller nyere</translation>
    </message>
    <message>
      <source>Germany</source>
      <translation>Tyskland</translation>
    </message>
    <message>
      <source>Give it a name</source>
      <translation>Giv den et navn</translation>
    </message>
    <message>
      <source>Greeting</source>
      <translation>Velkomst</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hjælp</translation>
    </message>
    <message>
      <source>How OneVoicemail meets your callers.</source>
      <translation>Hvordan OneVoicemail møder dem, der ringer.</translation>
    </message>
    <message>
      <source>How long</source>
      <translation>Hvor længe</translation>
    </message>
    <message>
      <source>Icon</source>
      <translation>Ikon</translation>
    </message>
    <message>
      <source>Incoming call</source>
      <translation>Indgående opkald</translation>
    </message>
    <message>
      <source>Keep the telephone system running</source>
      <translation>Lad telefoniserveren køre videre</translation>
    </message>
    <message>
      <source>Kept messages are never deleted</source>
      <translation>Beholdte beskeder slettes aldrig</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Genvej</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Taster</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprog</translation>
    </message>
    <message>
      <source>Language and start</source>
      <translation>Sprog og start</translation>
    </message>
    <message>
      <source>Language of the greeting</source>
      <translation>Velkomstens sprog</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Lyst</translation>
    </message>
    <message>
      <source>Listen to how it sounds</source>
      <translation>Hør, hvordan det lyder</translation>
    </message>
    <message>
      <source>Log folder</source>
      <translation>Mappe med log</translation>
    </message>
    <message>
      <source>Longest message</source>
      <translation>Længste besked</translation>
    </message>
    <message>
      <source>Mailbox</source>
      <translation>Postkasse</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Besked</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>Minutter</translation>
    </message>
    <message>
      <source>Minutes as a number, for example 90</source>
      <translation>Minutter som et tal, for eksempel 90</translation>
    </message>
    <message>
      <source>Missed call</source>
      <translation>Tabt opkald</translation>
    </message>
    <message>
      <source>My desk phone</source>
      <translation>Min bordtelefon</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>Name of the destination</source>
      <translation>Destinationens navn</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Aldrig</translation>
    </message>
    <message>
      <source>New voicemail</source>
      <translation>Ny voicemail</translation>
    </message>
    <message>
      <source>No setting matches</source>
      <translation>Ingen indstilling matcher</translation>
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
      <translation>Ikke forbundet</translation>
    </message>
    <message>
      <source>Nothing slides or pulses</source>
      <translation>Intet glider eller pulserer</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Notifikationer</translation>
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
      <translation>Fra: opkaldere hører kun velkomsten</translation>
    </message>
    <message>
      <source>On this computer</source>
      <translation>På denne computer</translation>
    </message>
    <message>
      <source>OnePresence</source>
      <translation>OnePresence</translation>
    </message>
    <message>
      <source>Only when it lasts longer than a moment</source>
      <translation>Kun når det varer mere end et øjeblik</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Åbn</translation>
    </message>
    <message>
      <source>Open tel: links in OnePresence</source>
      <translation>Åbn tel:-links i OnePresence</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>Phones go on working when OnePresence is quit</source>
      <translation>Telefonerne virker fortsat, når OnePresence afsluttes</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Afspil</translation>
    </message>
    <message>
      <source>Play messages in</source>
      <translation>Afspil beskeder i</translation>
    </message>
    <message>
      <source>Present password</source>
      <translation>Nuværende adgangskode</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Hurtige viderestillinger</translation>
    </message>
    <message>
      <source>Quick diversions, and what happens to calls you don't take.</source>
      <translation>Hurtige viderestillinger, og hvad der sker med opkald, du ikke tager.</translation>
    </message>
    <message>
      <source>Quit from the tray's menu</source>
      <translation>Afslut helt fra bakkemenuen</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Årsag</translation>
    </message>
    <message>
      <source>Reduce motion</source>
      <translation>Mindre bevægelse</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Fjern {name}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Saved destinations</source>
      <translation>Gemte destinationer</translation>
    </message>
    <message>
      <source>Search in settings</source>
      <translation>Søg i indstillinger</translation>
    </message>
    <message>
      <source>Second language</source>
      <translation>Andet sprog</translation>
    </message>
    <message>
      <source>Select a number anywhere, and press it</source>
      <translation>Markér et nummer et sted, og tryk genvejen</translation>
    </message>
    <message>
      <source>Select the number and press {keys}</source>
      <translation>Markér nummeret, tryk {keys}</translation>
    </message>
    <message>
      <source>Select the number first</source>
      <translation>Markér nummeret først</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Vis</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Log ud</translation>
    </message>
    <message>
      <source>Signed in as</source>
      <translation>Logget ind som</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>Six digits or more are harder to guess.</source>
      <translation>Seks eller flere cifre er sværere at gætte.</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Start OnePresence when I sign in to the computer</source>
      <translation>Start OnePresence, når jeg logger på</translation>
    </message>
    <message>
      <source>Start hidden in the tray</source>
      <translation>Start skjult i bakken</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Forbliv logget ind</translation>
    </message>
    <message>
      <source>Sweden</source>
      <translation>Sverige</translation>
    </message>
    <message>
      <source>Swedish</source>
      <translation>Svensk</translation>
    </message>
    <message>
      <source>Take messages</source>
      <translation>Tag imod beskeder</translation>
    </message>
    <message>
      <source>Text for colleagues</source>
      <translation>Tekst til kolleger</translation>
    </message>
    <message>
      <source>Text for the reception</source>
      <translation>Tekst til receptionen</translation>
    </message>
    <message>
      <source>The close button hides the window</source>
      <translation>Luk-knappen skjuler vinduet</translation>
    </message>
    <message>
      <source>The company's ({country})</source>
      <translation>Virksomhedens ({country})</translation>
    </message>
    <message>
      <source>The demo company on this computer</source>
      <translation>Demofirmaet på denne computer</translation>
    </message>
    <message>
      <source>The password has been changed.</source>
      <translation>Adgangskoden er skiftet.</translation>
    </message>
    <message>
      <source>The phone rings for</source>
      <translation>Telefonen ringer i</translation>
    </message>
    <message>
      <source>The present password isn't right.</source>
      <translation>Den nuværende adgangskode er ikke rigtig.</translation>
    </message>
    <message>
      <source>The session is kept in the system's keyring</source>
      <translation>Adgangen gemmes i systemets nøglering</translation>
    </message>
    <message>
      <source>The system refused: {reason}</source>
      <translation>Systemet afviste det: {reason}</translation>
    </message>
    <message>
      <source>The system's player</source>
      <translation>Systemets afspiller</translation>
    </message>
    <message>
      <source>Then, when I don't answer</source>
      <translation>Derefter, når jeg ikke svarer</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Denne computer</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>Klokkeslæt</translation>
    </message>
    <message>
      <source>Time to cancel before a call</source>
      <translation>Fortryd-tid før opkald</translation>
    </message>
    <message>
      <source>Try it now</source>
      <translation>Prøv den nu</translation>
    </message>
    <message>
      <source>Type the number that calls shall go to</source>
      <translation>Skriv nummeret, opkald skal gå til</translation>
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
      <translation>Til et klokkeslæt</translation>
    </message>
    <message>
      <source>Until further notice</source>
      <translation>Indtil videre</translation>
    </message>
    <message>
      <source>Version and connection.</source>
      <translation>Version og forbindelse.</translation>
    </message>
    <message>
      <source>Version {version}</source>
      <translation>Version {version}</translation>
    </message>
    <message>
      <source>What a caller would hear now</source>
      <translation>Det, en opkalder ville høre nu</translation>
    </message>
    <message>
      <source>When I am on the phone</source>
      <translation>Når jeg er optaget i telefon</translation>
    </message>
    <message>
      <source>When OnePresence may disturb you.</source>
      <translation>Hvornår OnePresence må forstyrre.</translation>
    </message>
    <message>
      <source>When my phone can't be reached</source>
      <translation>Når min telefon ikke kan nås</translation>
    </message>
    <message>
      <source>Who calls, and where to send the call</source>
      <translation>Hvem der ringer, og hvor opkaldet skal sendes hen</translation>
    </message>
    <message>
      <source>Windows lets only you choose it: Settings, Apps, Default apps</source>
      <translation>Windows lader kun dig vælge det: Indstillinger, Apps, Standardapps</translation>
    </message>
    <message>
      <source>Without numbers, names, messages or passwords</source>
      <translation>Uden numre, navne, beskeder og adgangskoder</translation>
    </message>
    <message>
      <source>Works</source>
      <translation>Virker</translation>
    </message>
  </context>
  <context>
    <name>Shell</name>
    <message>
      <source>1 hour</source>
      <translation>1 time</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timer</translation>
    </message>
    <message>
      <source>30 minutes</source>
      <translation>30 minutter</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Besvaret</translation>
    </message>
    <message>
      <source>Answered on {device}</source>
      <translation>Besvaret på {device}</translation>
    </message>
    <message>
      <source>Ask first</source>
      <translation>Spørg først</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Ring tilbage</translation>
    </message>
    <message>
      <source>Call from {device}</source>
      <translation>Ring fra {device}</translation>
    </message>
    <message>
      <source>Call the selected number, in any program</source>
      <translation>Ring til det markerede nummer, i alle programmer</translation>
    </message>
    <message>
      <source>Call them from your phone, then connect the two</source>
      <translation>Ring til vedkommende fra din telefon, og forbind så de to</translation>
    </message>
    <message>
      <source>Calls go straight to OneVoicemail.</source>
      <translation>Opkald går direkte til OneVoicemail.</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Ryd søgning</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Luk</translation>
    </message>
    <message>
      <source>Connect the two</source>
      <translation>Forbind de to</translation>
    </message>
    <message>
      <source>Connected</source>
      <translation>Forbundet</translation>
    </message>
    <message>
      <source>Connected again</source>
      <translation>Forbundet igen</translation>
    </message>
    <message>
      <source>Connecting …</source>
      <translation>Forbinder …</translation>
    </message>
    <message>
      <source>Demo</source>
      <translation>Demo</translation>
    </message>
    <message>
      <source>Demo – connected</source>
      <translation>Demo – forbundet</translation>
    </message>
    <message>
      <source>Disconnected</source>
      <translation>Afbrudt</translation>
    </message>
    <message>
      <source>Disconnected {time}</source>
      <translation>Afbrudt {time}</translation>
    </message>
    <message>
      <source>Divert</source>
      <translation>Viderestil</translation>
    </message>
    <message>
      <source>Divert to</source>
      <translation>Viderestil til</translation>
    </message>
    <message>
      <source>Diverted from {name}</source>
      <translation>Viderestillet fra {name}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Forstyr ikke</translation>
    </message>
    <message>
      <source>Edit quick diversions</source>
      <translation>Redigér hurtige viderestillinger</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Overalt</translation>
    </message>
    <message>
      <source>Hang up</source>
      <translation>Læg på</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Sæt på hold</translation>
    </message>
    <message>
      <source>Is calling you</source>
      <translation>Ringer til dig</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Taster</translation>
    </message>
    <message>
      <source>Last spoken {when}</source>
      <translation>Sidst talt {when}</translation>
    </message>
    <message>
      <source>Lift your phone</source>
      <translation>Løft røret</translation>
    </message>
    <message>
      <source>Missed call from {name}</source>
      <translation>Tabt opkald fra {name}</translation>
    </message>
    <message>
      <source>Missed {when}</source>
      <translation>Tabt {when}</translation>
    </message>
    <message>
      <source>My mobile</source>
      <translation>Min mobil</translation>
    </message>
    <message>
      <source>My state</source>
      <translation>Min tilstand</translation>
    </message>
    <message>
      <source>Name or number</source>
      <translation>Navn eller nummer</translation>
    </message>
    <message>
      <source>New voicemail from {name}</source>
      <translation>Ny voicemail fra {name}</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Næste rude</translation>
    </message>
    <message>
      <source>No connection to the telephone system.</source>
      <translation>Ingen forbindelse til telefonsystemet.</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ikke forbundet</translation>
    </message>
    <message>
      <source>On hold</source>
      <translation>På hold</translation>
    </message>
    <message>
      <source>One step back</source>
      <translation>Et skridt tilbage</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Åbn</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Åbn telefonen</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Anden viderestilling …</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Afspil</translation>
    </message>
    <message>
      <source>Quick diversions</source>
      <translation>Hurtige viderestillinger</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Afvis</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Ringer</translation>
    </message>
    <message>
      <source>Search field</source>
      <translation>Søgefelt</translation>
    </message>
    <message>
      <source>Search name, number, department – or type a number</source>
      <translation>Søg navn, nummer, afdeling – eller skriv et nummer</translation>
    </message>
    <message>
      <source>Search or type a number</source>
      <translation>Søg eller skriv nummer</translation>
    </message>
    <message>
      <source>Sections in their order</source>
      <translation>Sektioner i rækkefølge</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Indstillinger</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Log ud</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>Somebody else …</source>
      <translation>En anden …</translation>
    </message>
    <message>
      <source>States are live</source>
      <translation>Status er opdateret</translation>
    </message>
    <message>
      <source>States may be out of date.</source>
      <translation>Status kan være forældet.</translation>
    </message>
    <message>
      <source>Take back from hold</source>
      <translation>Hent fra hold</translation>
    </message>
    <message>
      <source>This overview</source>
      <translation>Denne oversigt</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Omstil</translation>
    </message>
    <message>
      <source>Transfer to</source>
      <translation>Omstil til</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Prøv nu</translation>
    </message>
    <message>
      <source>Trying again in {time}.</source>
      <translation>Prøver igen om {time}.</translation>
    </message>
    <message>
      <source>Turn off Do not disturb</source>
      <translation>Slå Forstyr ikke fra</translation>
    </message>
    <message>
      <source>Until I turn it off</source>
      <translation>Til jeg slår det fra</translation>
    </message>
    <message>
      <source>Until working hours end</source>
      <translation>Til arbejdstid slutter</translation>
    </message>
    <message>
      <source>Withheld number</source>
      <translation>Hemmeligt nummer</translation>
    </message>
    <message>
      <source>now: {state}</source>
      <translation>nu: {state}</translation>
    </message>
    <message>
      <source>running now</source>
      <translation>kører nu</translation>
    </message>
    <message>
      <source>{name} is calling, {number}</source>
      <translation>{name} ringer, {number}</translation>
    </message>
    <message>
      <source>{section}, {count} unread</source>
      <translation>{section}, {count} ulæste</translation>
    </message>
  </context>
  <context>
    <name>SignIn</name>
    <message>
      <source>A living company of 40 colleagues on this computer. No real calls are made.</source>
      <translation>Et levende firma med 40 kolleger på denne computer. Intet bliver ringet op.</translation>
    </message>
    <message>
      <source>A telephone system of your own</source>
      <translation>Din egen telefoniserver</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Tilbage</translation>
    </message>
    <message>
      <source>Can be changed later in Settings</source>
      <translation>Kan ændres senere under Indstillinger</translation>
    </message>
    <message>
      <source>Can't reach {server}.</source>
      <translation>Kan ikke nå {server}.</translation>
    </message>
    <message>
      <source>Change password</source>
      <translation>Skift adgangskode</translation>
    </message>
    <message>
      <source>Choose your own password</source>
      <translation>Vælg din egen adgangskode</translation>
    </message>
    <message>
      <source>Company name</source>
      <translation>Virksomhedens navn</translation>
    </message>
    <message>
      <source>Connect to my company</source>
      <translation>Forbind til min virksomhed</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Fortsæt</translation>
    </message>
    <message>
      <source>Create and start</source>
      <translation>Opret og start</translation>
    </message>
    <message>
      <source>Customer code</source>
      <translation>Kundekode</translation>
    </message>
    <message>
      <source>Data stays on this machine</source>
      <translation>Data bliver på maskinen</translation>
    </message>
    <message>
      <source>Encrypted connection</source>
      <translation>Krypteret forbindelse</translation>
    </message>
    <message>
      <source>From your administrator</source>
      <translation>Fås hos din administrator</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprog</translation>
    </message>
    <message>
      <source>Local number</source>
      <translation>Lokalnummer</translation>
    </message>
    <message>
      <source>Not encrypted</source>
      <translation>Ikke krypteret</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Adgangskode</translation>
    </message>
    <message>
      <source>Ready in a few seconds</source>
      <translation>Klar på få sekunder</translation>
    </message>
    <message>
      <source>Run on this computer</source>
      <translation>Kør på denne computer</translation>
    </message>
    <message>
      <source>Save and continue</source>
      <translation>Gem og fortsæt</translation>
    </message>
    <message>
      <source>See who is free, call with one click, and divert your phone when you leave.</source>
      <translation>Se hvem der er ledig, ring med ét klik, og viderestil, når du går.</translation>
    </message>
    <message>
      <source>Server address</source>
      <translation>Serveradresse</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Log ind</translation>
    </message>
    <message>
      <source>Sign in to OnePresence</source>
      <translation>Log ind på OnePresence</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Log ud</translation>
    </message>
    <message>
      <source>Start your own telephone system here, and invite colleagues afterwards.</source>
      <translation>Start din egen telefoniserver her, og inviter kolleger bagefter.</translation>
    </message>
    <message>
      <source>Stay signed in</source>
      <translation>Forbliv logget ind</translation>
    </message>
    <message>
      <source>This is your first sign-in. The first password can't be used again.</source>
      <translation>Det er første gang, du logger ind. Den første kode kan ikke bruges igen.</translation>
    </message>
    <message>
      <source>Try with a demo company</source>
      <translation>Prøv med demofirma</translation>
    </message>
    <message>
      <source>Try with a demo company instead</source>
      <translation>Prøv med demofirma i stedet</translation>
    </message>
    <message>
      <source>Welcome to OnePresence</source>
      <translation>Velkommen til OnePresence</translation>
    </message>
    <message>
      <source>You become its administrator, and add colleagues and phones afterwards.</source>
      <translation>Du bliver administrator og tilføjer kolleger og telefoner bagefter.</translation>
    </message>
    <message>
      <source>You need the server address, your local number and your password.</source>
      <translation>Du skal bruge serveradresse, lokalnummer og adgangskode.</translation>
    </message>
    <message>
      <source>Your last four digits</source>
      <translation>Dine fire sidste cifre</translation>
    </message>
    <message>
      <source>Your local number: {number}</source>
      <translation>Dit lokalnummer: {number}</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Dit navn</translation>
    </message>
  </context>
  <context>
    <name>Texts</name>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n time</numerusform>
        <numerusform>%n timer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minut</numerusform>
        <numerusform>%n minutter</numerusform>
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
      <translation>1 time</translation>
    </message>
    <message>
      <source>2 hours</source>
      <translation>2 timer</translation>
    </message>
    <message>
      <source>5 minutes</source>
      <translation>5 minutter</translation>
    </message>
    <message>
      <source>Administrator</source>
      <translation>Administrator</translation>
    </message>
    <message>
      <source>Another program is using the data.</source>
      <translation>Et andet program bruger dataene.</translation>
    </message>
    <message>
      <source>Another program is using the network address.</source>
      <translation>Et andet program bruger netværksadressen.</translation>
    </message>
    <message>
      <source>Answered on another phone.</source>
      <translation>Besvaret på en anden telefon.</translation>
    </message>
    <message>
      <source>At home</source>
      <translation>Hjemme</translation>
    </message>
    <message>
      <source>At least 4 digits</source>
      <translation>Mindst 4 cifre</translation>
    </message>
    <message>
      <source>At most 64 digits</source>
      <translation>Højst 64 cifre</translation>
    </message>
    <message>
      <source>Available</source>
      <translation>Ledig</translation>
    </message>
    <message>
      <source>Break</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Calls can't be sent there.</source>
      <translation>Opkald kan ikke sendes dertil.</translation>
    </message>
    <message>
      <source>Calls would come back to you in a circle.</source>
      <translation>Opkald ville komme tilbage til dig i en ring.</translation>
    </message>
    <message>
      <source>Calls would end nowhere.</source>
      <translation>Opkald ville ende blindt.</translation>
    </message>
    <message>
      <source>Choose your own password first.</source>
      <translation>Vælg først din egen adgangskode.</translation>
    </message>
    <message>
      <source>Course</source>
      <translation>Kursus</translation>
    </message>
    <message>
      <source>Desk phone</source>
      <translation>Bordtelefon</translation>
    </message>
    <message>
      <source>Diverted</source>
      <translation>Viderestillet</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Forstyr ikke</translation>
    </message>
    <message>
      <source>Gone for the day</source>
      <translation>Gået for i dag</translation>
    </message>
    <message>
      <source>Gone home</source>
      <translation>Gået hjem</translation>
    </message>
    <message>
      <source>It exists already, or someone has changed it meanwhile.</source>
      <translation>Det findes allerede, eller nogen har ændret det imens.</translation>
    </message>
    <message>
      <source>It isn't there any more.</source>
      <translation>Det findes ikke længere.</translation>
    </message>
    <message>
      <source>Keep open</source>
      <translation>Hold åben</translation>
    </message>
    <message>
      <source>Local number and password don't match.</source>
      <translation>Lokalnummer og adgangskode passer ikke sammen.</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Frokost</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Møde</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Mobil</translation>
    </message>
    <message>
      <source>Nobody answered.</source>
      <translation>Ingen svarede.</translation>
    </message>
    <message>
      <source>Not 0000</source>
      <translation>Ikke 0000</translation>
    </message>
    <message>
      <source>Not the one you have now</source>
      <translation>Ikke den, du har nu</translation>
    </message>
    <message>
      <source>Not your local number</source>
      <translation>Ikke dit lokalnummer</translation>
    </message>
    <message>
      <source>Off work</source>
      <translation>Ikke på arbejde</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>On a course</source>
      <translation>På kursus</translation>
    </message>
    <message>
      <source>On the phone</source>
      <translation>Optaget i telefon</translation>
    </message>
    <message>
      <source>Only digits</source>
      <translation>Kun cifre</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Andet</translation>
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
      <translation>Syg</translation>
    </message>
    <message>
      <source>Softphone</source>
      <translation>Softphone</translation>
    </message>
    <message>
      <source>Something unexpected went wrong. Try again.</source>
      <translation>Der skete en uventet fejl. Prøv igen.</translation>
    </message>
    <message>
      <source>That can't be right: check what you have typed.</source>
      <translation>Det kan ikke passe: tjek det, du har skrevet.</translation>
    </message>
    <message>
      <source>That doesn't work at the moment. Try again shortly.</source>
      <translation>Det virker ikke lige nu. Prøv igen om lidt.</translation>
    </message>
    <message>
      <source>That is too large.</source>
      <translation>Det er for stort.</translation>
    </message>
    <message>
      <source>That number can't be called.</source>
      <translation>Det nummer kan ikke ringes op.</translation>
    </message>
    <message>
      <source>That password can't be used.</source>
      <translation>Den adgangskode kan ikke bruges.</translation>
    </message>
    <message>
      <source>The call can't be made.</source>
      <translation>Opkaldet kan ikke foretages.</translation>
    </message>
    <message>
      <source>The call failed.</source>
      <translation>Opkaldet mislykkedes.</translation>
    </message>
    <message>
      <source>The call has ended.</source>
      <translation>Samtalen er slut.</translation>
    </message>
    <message>
      <source>The call was given up.</source>
      <translation>Opkaldet blev opgivet.</translation>
    </message>
    <message>
      <source>The call was rejected.</source>
      <translation>Opkaldet blev afvist.</translation>
    </message>
    <message>
      <source>The connection was lost.</source>
      <translation>Forbindelsen blev afbrudt.</translation>
    </message>
    <message>
      <source>The data can't be read. It was left as it is.</source>
      <translation>Data kan ikke læses. De er ladt urørte.</translation>
    </message>
    <message>
      <source>The disk is full. Nothing was changed.</source>
      <translation>Disken er fuld. Intet blev ændret.</translation>
    </message>
    <message>
      <source>The number is busy.</source>
      <translation>Nummeret er optaget.</translation>
    </message>
    <message>
      <source>The phone can't be reached.</source>
      <translation>Telefonen kan ikke nås.</translation>
    </message>
    <message>
      <source>The phones found no common way to speak.</source>
      <translation>Telefonerne fandt ingen fælles måde at tale på.</translation>
    </message>
    <message>
      <source>The recording stopped at the longest time you allow a message: the end may be missing.</source>
      <translation>Optagelsen stoppede ved den længste tid, du giver en besked: slutningen kan mangle.</translation>
    </message>
    <message>
      <source>The recording stopped because the telephone system's disk was full: the end is missing.</source>
      <translation>Optagelsen stoppede, fordi telefonsystemets disk var fuld: slutningen mangler.</translation>
    </message>
    <message>
      <source>The recording stopped because your mailbox was full: the end may be missing.</source>
      <translation>Optagelsen stoppede, fordi din postkasse var fuld: slutningen kan mangle.</translation>
    </message>
    <message>
      <source>The sound can't be played on this computer.</source>
      <translation>Lyden kan ikke afspilles på denne computer.</translation>
    </message>
    <message>
      <source>The sound system has stopped – try again.</source>
      <translation>Lydsystemet er stoppet – prøv igen.</translation>
    </message>
    <message>
      <source>The telephone system can't be reached.</source>
      <translation>Telefonsystemet kan ikke nås.</translation>
    </message>
    <message>
      <source>The telephone system has no line to the outside yet: only colleagues can be called.</source>
      <translation>Telefonanlægget har endnu ingen linje ud af huset: kun kolleger kan ringes op.</translation>
    </message>
    <message>
      <source>The telephone system isn't running at the moment.</source>
      <translation>Telefonsystemet kører ikke lige nu.</translation>
    </message>
    <message>
      <source>The telephone system stopped while the message was being left: the end may be missing.</source>
      <translation>Telefonsystemet stoppede, mens beskeden blev indtalt: slutningen kan mangle.</translation>
    </message>
    <message>
      <source>There is no loudspeaker or headset to play it on.</source>
      <translation>Der er ingen højttaler eller headset at afspille den på.</translation>
    </message>
    <message>
      <source>There is no such number.</source>
      <translation>Nummeret findes ikke.</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>I dag</translation>
    </message>
    <message>
      <source>Tomorrow</source>
      <translation>I morgen</translation>
    </message>
    <message>
      <source>Too easy: a row of digits</source>
      <translation>For let: en talrække</translation>
    </message>
    <message>
      <source>Too easy: the same digits over and over</source>
      <translation>For let: de samme cifre igen og igen</translation>
    </message>
    <message>
      <source>Too many tries. Try again in {time}.</source>
      <translation>For mange forsøg. Prøv igen om {time}.</translation>
    </message>
    <message>
      <source>Too many tries. Wait a little and try again.</source>
      <translation>For mange forsøg. Vent lidt, og prøv igen.</translation>
    </message>
    <message>
      <source>Travel</source>
      <translation>Rejse</translation>
    </message>
    <message>
      <source>Travelling</source>
      <translation>På rejse</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Ukendt</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Bruger</translation>
    </message>
    <message>
      <source>Vacation</source>
      <translation>Ferie</translation>
    </message>
    <message>
      <source>Working from home</source>
      <translation>Hjemmearbejde</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>I går</translation>
    </message>
    <message>
      <source>You are not signed in any more. Sign in again.</source>
      <translation>Du er ikke længere logget ind. Log ind igen.</translation>
    </message>
    <message>
      <source>You couldn't be signed in.</source>
      <translation>Du kunne ikke logges ind.</translation>
    </message>
    <message>
      <source>You don't have the right to do that.</source>
      <translation>Det har du ikke rettighed til.</translation>
    </message>
    <message>
      <source>You have no phone to call from. Ask your administrator for one.</source>
      <translation>Du har ingen telefon at ringe fra. Bed din administrator om en.</translation>
    </message>
    <message>
      <source>Your phone isn't connected. Choose another one.</source>
      <translation>Din telefon er ikke tilsluttet. Vælg en anden.</translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d. MMM</translation>
    </message>
    <message>
      <source>d MMM yyyy</source>
      <translation>d. MMM yyyy</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>i brug</translation>
    </message>
    <message>
      <source>offline</source>
      <translation>offline</translation>
    </message>
    <message>
      <source>on hold</source>
      <translation>på hold</translation>
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
      <translation>ukendt</translation>
    </message>
    <message>
      <source>until further notice</source>
      <translation>indtil videre</translation>
    </message>
    <message>
      <source>until tomorrow {time}</source>
      <translation>til i morgen {time}</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>til {day}</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>til {time}</translation>
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
      <translation>{number} kan ikke ringes op.</translation>
    </message>
    <message>
      <source>{time} ago</source>
      <translation>for {time} siden</translation>
    </message>
    <message>
      <source>{time} · cut short</source>
      <translation>{time} · afbrudt</translation>
    </message>
    <message>
      <source>½ hour</source>
      <translation>½ time</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message numerus="yes">
      <source>%n new message(s)</source>
      <translation>
        <numerusform>%n ny besked</numerusform>
        <numerusform>%n nye beskeder</numerusform>
      </translation>
    </message>
    <message>
      <source>Call selected number</source>
      <translation>Ring til markeret nummer</translation>
    </message>
    <message>
      <source>Diverted: {reason}</source>
      <translation>Viderestillet: {reason}</translation>
    </message>
    <message>
      <source>Diverted: {reason}, until {time}</source>
      <translation>Viderestillet: {reason}, til {time}</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Forstyr ikke</translation>
    </message>
    <message>
      <source>Favourites</source>
      <translation>Favoritter</translation>
    </message>
    <message>
      <source>No new messages</source>
      <translation>Ingen nye beskeder</translation>
    </message>
    <message>
      <source>Not connected</source>
      <translation>Ikke forbundet</translation>
    </message>
    <message>
      <source>Not connected – trying again</source>
      <translation>Ikke forbundet – prøver igen</translation>
    </message>
    <message>
      <source>Open the phone</source>
      <translation>Åbn telefonen</translation>
    </message>
    <message>
      <source>Other diversion …</source>
      <translation>Anden viderestilling …</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Afslut</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Indstillinger</translation>
    </message>
    <message>
      <source>Show OnePresence</source>
      <translation>Vis OnePresence</translation>
    </message>
    <message>
      <source>Sign in …</source>
      <translation>Log ind …</translation>
    </message>
    <message>
      <source>Signed out</source>
      <translation>Logget ud</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>{time} tilbage</translation>
    </message>
  </context>
</TS>
