import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('companionship', '0006_beside_each_other'),
        ('organisations', '0004_staff_sessions'),
        ('people', '0009_restricted_and_erased'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('worry', 'A worry about somebody'), ('boundary', 'A boundary was crossed'), ('secrecy', 'Something private came out'), ('carer', 'A carer has too much to carry'), ('limit', 'This is more than a volunteer can do'), ('need', 'Somebody needs something that is not there'), ('offer', 'Something about what we offer'), ('obstacle', 'An agency or service makes it hard'), ('favour', 'Somebody tried to get a favour through me'), ('policy', 'A rule that works out badly')], max_length=10, verbose_name='what it is about')),
                ('aspect', models.CharField(blank=True, max_length=20)),
                ('theme', models.CharField(blank=True, max_length=30, verbose_name='theme')),
                ('path', models.CharField(choices=[('safeguarding', 'The contact person for safeguarding alone'), ('daily', 'The coordinator')], max_length=12, verbose_name='who reads it')),
                ('level_proposed', models.PositiveSmallIntegerField(choices=[(1, 'To share: at the next contact'), (2, 'To talk over: within three working days'), (3, 'Today'), (4, 'Now')])),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'To share: at the next contact'), (2, 'To talk over: within three working days'), (3, 'Today'), (4, 'Now')], verbose_name='how soon')),
                ('state', models.CharField(choices=[('new', 'Arrived'), ('seen', 'Read'), ('decided', 'Decided'), ('closed', 'Answered and closed')], default='new', max_length=8)),
                ('state_since', models.DateTimeField()),
                ('seen_on', models.DateField(verbose_name='on which day')),
                ('saw', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what I saw or heard myself')),
                ('told_to_me', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what somebody told me')),
                ('thinks', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what I think or feel about it')),
                ('goes_well', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what goes well, who is there already')),
                ('who_knows', naast.core.fields.EncryptedTextField(blank=True, verbose_name='who knows this already')),
                ('wants', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what I hope for')),
                ('person_knows', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('not_yet', 'Not yet')], max_length=7, verbose_name='do they know that I tell this?')),
                ('danger', models.BooleanField(default=False, verbose_name='there was danger at that moment')),
                ('may_name', models.BooleanField(default=False, verbose_name='my name may be told')),
                ('due_at', models.DateTimeField(blank=True, null=True)),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='the answer to who told it')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer_way', models.CharField(blank=True, choices=[('talk', 'in a talk'), ('phone', 'by phone'), ('here', 'here, in writing')], max_length=5)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('client_key', models.UUIDField(blank=True, editable=False, null=True)),
                ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signals_about', to='people.person')),
                ('colleague', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signals_about', to='organisations.membership')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signals_entered', to='organisations.membership')),
                ('handler', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signals_handled', to='organisations.membership')),
                ('match', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signals', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signals', to='programmes.programme')),
                ('reporter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='signals_told', to='people.person')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('state__in', ['new', 'seen', 'decided'])), fields=['organisation', 'path', '-level', 'id'], name='signal_open'), models.Index(condition=models.Q(('state__in', ['new', 'seen', 'decided'])), fields=['organisation', 'path', 'due_at'], name='signal_due'), models.Index(condition=models.Q(('state__in', ['new', 'seen', 'decided'])), fields=['organisation', 'path', 'answered_at'], name='signal_unanswered'), models.Index(fields=['organisation', 'kind', 'created_at'], name='signals_sig_organis_352172_idx'), models.Index(fields=['organisation', 'reporter', '-id'], name='signals_sig_organis_21780f_idx'), models.Index(fields=['organisation', 'entered_by', '-id'], name='signals_sig_organis_ab27ae_idx'), models.Index(fields=['organisation', 'closed_at'], name='signals_sig_organis_f138fb_idx')],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'client_key'), name='signal_stored_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), ('answered_at__isnull', False), _connector='OR'), name='signal_closes_with_an_answer')],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', naast.core.fields.EncryptedTextField(verbose_name='what is done')),
                ('due_on', models.DateField(verbose_name='before which day')),
                ('done_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='signals.signal')),
            ],
            options={
                'ordering': ['due_on', 'id'],
                'indexes': [models.Index(condition=models.Q(('done_on__isnull', True)), fields=['organisation', 'due_on'], name='signal_measures_open')],
            },
        ),
        migrations.CreateModel(
            name='LevelChange',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('before', models.PositiveSmallIntegerField(choices=[(1, 'To share: at the next contact'), (2, 'To talk over: within three working days'), (3, 'Today'), (4, 'Now')])),
                ('after', models.PositiveSmallIntegerField(choices=[(1, 'To share: at the next contact'), (2, 'To talk over: within three working days'), (3, 'Today'), (4, 'Now')])),
                ('reason', naast.core.fields.EncryptedTextField(verbose_name='why')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='level_changes', to='signals.signal')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('outcome', models.CharField(choices=[('talk', 'We talk with who it is about'), ('support', 'We arrange help here'), ('look', 'We stay near and look again'), ('elsewhere', 'We pass it on to somebody outside'), ('report', 'A professional reports it'), ('enough', 'Nothing more is needed')], max_length=10, verbose_name='what is decided')),
                ('words', naast.core.fields.EncryptedTextField(verbose_name='what you do, and why')),
                ('decided_on', models.DateField(verbose_name='on which day')),
                ('for_organisation', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what the organisation needs')),
                ('for_volunteer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what the volunteer needs')),
                ('for_participant', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what the participant needs')),
                ('told', models.CharField(choices=[('yes', 'Yes, we told them'), ('no', 'No, and we say why')], max_length=3, verbose_name='was who it is about told?')),
                ('told_why_not', naast.core.fields.EncryptedTextField(blank=True, verbose_name='why not')),
                ('after_talk', models.CharField(blank=True, choices=[('nothing_found', 'The worry is gone'), ('doubt', 'We still don’t know'), ('no_help', 'Something is wrong; they don’t want help now'), ('help', 'Something is wrong; they would like help')], max_length=13, verbose_name='how it stands after the talk')),
                ('passed_to', naast.core.fields.EncryptedTextField(blank=True, verbose_name='passed on to')),
                ('passed_on', models.DateField(blank=True, null=True, verbose_name='passed on, on which day')),
                ('answer_due_on', models.DateField(blank=True, null=True)),
                ('refreshed_on', models.DateField(blank=True, null=True)),
                ('talk_on', models.DateField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('signal', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='decision', to='signals.signal')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'answer_due_on'], name='signals_dec_organis_c07f37_idx')],
            },
        ),
        migrations.CreateModel(
            name='Consultation',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('asked', models.CharField(choices=[('colleague', 'A colleague'), ('veilig_thuis', 'Veilig Thuis'), ('1712', '1712'), ('child_centre', 'A child abuse centre (Vertrouwenscentrum)'), ('doctor', 'A doctor or nurse'), ('other', 'Somebody else')], max_length=12, verbose_name='whose advice')),
                ('asked_who', naast.core.fields.EncryptedTextField(blank=True, verbose_name='who exactly')),
                ('asked_on', models.DateField(verbose_name='on which day')),
                ('facts', naast.core.fields.EncryptedTextField(verbose_name='the facts you told')),
                ('advice', naast.core.fields.EncryptedTextField(verbose_name='what they advised')),
                ('without_names', models.BooleanField(default=True, verbose_name='asked without names')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consultations', to='signals.signal')),
            ],
            options={
                'ordering': ['-asked_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Calamity',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('reported_at', models.DateTimeField(blank=True, null=True)),
                ('reported_to', naast.core.fields.EncryptedTextField(blank=True, verbose_name='to whom')),
                ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('reported_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('signal', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calamity', to='signals.signal')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('reported_at__isnull', True)), fields=['organisation'], name='calamity_to_report')],
            },
        ),
        migrations.CreateModel(
            name='AgendaPoint',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', naast.core.fields.EncryptedTextField(verbose_name='what the team talks about')),
                ('discussed_on', models.DateField(blank=True, null=True)),
                ('conclusion', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what you agreed')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('put_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('signal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda_points', to='signals.signal')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'discussed_on', '-id'], name='signals_age_organis_6826dd_idx')],
            },
        ),
    ]
